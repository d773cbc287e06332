'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

export type DialogCloseProps = PartProps<'button', DialogState>

/** A button that closes the dialog. */
export const DialogClose = forwardRef<HTMLButtonElement, DialogCloseProps>(function DialogClose(props, ref) {
  const { open } = useDialog()
  return <Radix.Close asChild>{useRender('button', props, { ref, state: { open } })}</Radix.Close>
})
