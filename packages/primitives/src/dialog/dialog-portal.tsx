'use client'
import * as Radix from '@radix-ui/react-dialog'
import { type ReactNode, useContext } from 'react'
import { PortalContext } from './portal-provider.tsx'

export interface DialogPortalProps {
  /** Where the dialog is put; what the `PortalProvider` around says unless told, or the end of the body. */
  container?: Element | DocumentFragment | null
  children?: ReactNode
}

/** Puts the overlay and the content elsewhere in the document while the dialog is open. */
export function DialogPortal({ container, children }: DialogPortalProps) {
  const getContainer = useContext(PortalContext)
  const place = container ?? getContainer()
  return <Radix.Portal {...(place && { container: place })}>{children}</Radix.Portal>
}
