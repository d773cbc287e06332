'use client'

import { type ClerkProviderProps, ClerkProvider as HooksProvider, useModal, useUser } from '@usher/hooks'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'

const OpenModal = lazy(() => import('./open-modal.tsx').then((module) => ({ default: module.OpenModal })))

/**
 * Gives everything inside to know who is signed in, and draws the dialogs that `openSignIn()` and its kin ask for. Put
 * one around the app. Throws when there is no publishable key, or inside another provider.
 */
export function ClerkProvider({ children, ...props }: ClerkProviderProps): ReactNode {
  return (
    <HooksProvider {...props}>
      {children}
      <ModalHost />
    </HooksProvider>
  )
}

function ModalHost() {
  const { modal, close } = useModal()
  const { isSignedIn } = useUser()
  const isDone = isSignedIn && (modal?.name === 'signIn' || modal?.name === 'signUp')
  useEffect(() => {
    if (isDone) close()
  }, [isDone, close])
  useReturnFocus(modal)
  if (!modal || isDone) return null
  return (
    <Suspense fallback={null}>
      <OpenModal name={modal.name} props={modal.props} onClose={close} />
    </Suspense>
  )
}

// Whatever opened the dialog gets the focus back when it closes.
function useReturnFocus(modal: unknown) {
  useEffect(() => {
    const opener = document.activeElement
    if (!modal || !(opener instanceof HTMLElement)) return
    return () => opener.focus()
  }, [modal])
}
