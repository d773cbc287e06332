'use client'
import * as Radix from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'

export interface DialogPortalProps {
  /** Where the dialog is put; the end of the body unless told. */
  container?: Element | DocumentFragment | null
  children?: ReactNode
}

/** Puts the overlay and the content elsewhere in the document while the dialog is open. */
export function DialogPortal({ container, children }: DialogPortalProps) {
  return <Radix.Portal {...(container && { container })}>{children}</Radix.Portal>
}
