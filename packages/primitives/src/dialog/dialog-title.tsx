'use client'
import * as Radix from '@radix-ui/react-dialog'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type DialogState, useDialog } from './dialog-context.ts'

export type DialogTitleProps = PartProps<'h2', DialogState>

/** The name of the dialog. Every dialog has one. */
export const DialogTitle = forwardRef<HTMLHeadingElement, DialogTitleProps>(function DialogTitle(props, ref) {
  const { open } = useDialog()
  return <Radix.Title asChild>{useRender('h2', props, { ref, state: { open } })}</Radix.Title>
})
