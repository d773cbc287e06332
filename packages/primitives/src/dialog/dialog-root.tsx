'use client'
import * as Radix from '@radix-ui/react-dialog'
import { setNonce } from 'get-nonce'
import { type ReactNode, useMemo } from 'react'
import { useControlled } from '../use-controlled.ts'
import { DialogContext } from './dialog-context.ts'

export interface DialogRootProps {
  /** Whether it is open, when the consumer decides. */
  open?: boolean
  /** Whether it is open at first. */
  defaultOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** Whether the page behind is out of reach; yes unless told. */
  modal?: boolean
  /** For the style tag that keeps the page behind from scrolling, under a strict Content-Security-Policy. */
  nonce?: string | undefined
  children?: ReactNode
}

/** Holds whether a dialog is open; draws nothing itself. */
export function DialogRoot({
  open: openProp,
  defaultOpen = false,
  onOpenChange,
  modal,
  nonce,
  children,
}: DialogRootProps) {
  // Read when the tag is made, which is after this.
  if (nonce) setNonce(nonce)
  const [open, setOpen] = useControlled(openProp, defaultOpen, onOpenChange)
  const state = useMemo(() => ({ open }), [open])
  return (
    <DialogContext.Provider value={state}>
      <Radix.Root open={open} onOpenChange={setOpen} {...(modal !== undefined && { modal })}>
        {children}
      </Radix.Root>
    </DialogContext.Provider>
  )
}
