'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

export type DialogTriggerProps = PartProps<'button', DialogState>

/** The button that opens the dialog; the focus comes back to it. */
export const DialogTrigger = forwardRef<HTMLButtonElement, DialogTriggerProps>(
  function DialogTrigger(props, ref) {
    const { open } = useDialog()
    return <Radix.Trigger asChild>{useRender('button', props, { ref, state: { open } })}</Radix.Trigger>
  },
)
