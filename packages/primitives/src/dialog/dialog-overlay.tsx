'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

export type DialogOverlayProps = PartProps<'div', DialogState>

/** What lies between the page and the dialog. While it is drawn the page behind does not scroll. */
export const DialogOverlay = forwardRef<HTMLDivElement, DialogOverlayProps>(
  function DialogOverlay(props, ref) {
    const { open } = useDialog()
    return <Radix.Overlay asChild>{useRender('div', props, { ref, state: { open } })}</Radix.Overlay>
  },
)
