'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

export type DialogDescriptionProps = PartProps<'p', DialogState>

/** What the dialog is about; read after its name. */
export const DialogDescription = forwardRef<HTMLParagraphElement, DialogDescriptionProps>(
  function DialogDescription(props, ref) {
    const { open } = useDialog()
    return <Radix.Description asChild>{useRender('p', props, { ref, state: { open } })}</Radix.Description>
  },
)
