'use client'

import {
  ClerkProvider as HooksProvider,
  type ClerkProviderProps as HooksProviderProps,
  useAskedReverification,
  useClerk,
  useModal,
  useSession,
} from '@usher/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import type { ProviderAppearance } from '../appearance/types.ts'
import { LazyBoundary, LazyPart, lazyPart } from '../elements/lazy-part.tsx'
import { lookSheet } from '../elements/root-box.tsx'

export type ClerkProviderProps = Omit<HooksProviderProps, 'appearance'> & {
  /** Look of the prebuilt components, of all and of each by its name. */
  appearance?: ProviderAppearance | undefined
}

const loadReverification = async () =>
  (await import('../reverification/reverification-dialog.tsx')).ReverificationDialog
// With the dialogs: one more chunk would cut the entry in more pieces.
const impersonationNotice = lazyPart(async () => (await import('./open-modal.tsx')).ImpersonationNotice)
const openModal = lazyPart(async () => (await import('./open-modal.tsx')).OpenModal)

/**
 * Gives everything inside to know who is signed in, and draws the dialogs that `openSignIn()` and its kin ask for. Put
 * one around the app. Throws when there is no publishable key, or inside another provider.
 */
export function ClerkProvider({ children, ...props }: ClerkProviderProps): ReactNode {
  const hasLook = Boolean(props.appearance)
  useEffect(() => {
    if (hasLook) lookSheet.preload()
  }, [hasLook])
  return (
    <HooksProvider {...props}>
      {children}
      <ModalHost />
      <ActorHost />
      <ReverificationHost />
    </HooksProvider>
  )
}

// Whoever acts as somebody else is told so on every page.
function ActorHost() {
  const { session } = useSession()
  if (!session?.actor) return null
  return (
    <LazyBoundary fallback={null} around={(failure) => failure}>
      <LazyPart part={impersonationNotice} props={{}} />
    </LazyBoundary>
  )
}

function ModalHost() {
  const { modal, close } = useModal()
  const { session } = useSession()
  const [hasTasks, setHasTasks] = useState(false)
  // What the session waits for is done in the dialog, to its end: it leads on from there, and closes it.
  const isWaiting = modal !== null && (hasTasks || Boolean(session?.currentTask))
  if (isWaiting !== hasTasks) setHasTasks(isWaiting)
  const isDone = session && !isWaiting && (modal?.name === 'signIn' || modal?.name === 'signUp')
  useEffect(() => {
    if (isDone) close()
  }, [isDone, close])
  useReturnFocus(modal)
  useDialogOfLink()
  if (!modal || isDone) return null
  return (
    <LazyBoundary fallback={null} around={() => <PageInstead name={modal.name} onClose={close} />}>
      <LazyPart part={openModal} props={{ name: modal.name, props: modal.props, onClose: close }} />
    </LazyBoundary>
  )
}

// Over the dialog of a profile, which stays.
function ReverificationHost() {
  const asked = useAskedReverification()
  useReturnFocus(asked)
  return asked && <Reverification asked={asked} />
}

type Asked = NonNullable<ReturnType<typeof useAskedReverification>>

function Reverification({ asked }: { asked: Asked }) {
  const [dialog] = useState(() => lazyPart(loadReverification))
  return (
    <LazyBoundary fallback={null} around={() => <Unreachable asked={asked} />}>
      <LazyPart part={dialog} props={{ asked }} />
    </LazyBoundary>
  )
}

// The dialog cannot be fetched: whatever waits for it is told as if the server could not be reached.
function Unreachable({ asked }: { asked: Asked }) {
  useEffect(() => asked.cancel(new TypeError()), [asked])
  return null
}

// A dialog that cannot be fetched: the page of the same task needs no more than the app itself.
function PageInstead({ name, onClose }: { name: keyof typeof pages; onClose: () => void }) {
  const clerk = useClerk()
  useEffect(() => {
    onClose()
    void clerk[pages[name]]()
  }, [clerk, name, onClose])
  return null
}

const pages = {
  signIn: 'redirectToSignIn',
  signUp: 'redirectToSignUp',
  userProfile: 'redirectToUserProfile',
} as const

// A link that was sent from a dialog leads back to its page, where nothing else would take it up.
function useDialogOfLink() {
  const clerk = useClerk()
  useEffect(() => {
    const name = new URLSearchParams(window.location.search).get('__usher_modal')
    if (name === 'signIn') clerk.openSignIn()
    if (name === 'signUp') clerk.openSignUp()
    if (name === 'userProfile') clerk.openUserProfile()
  }, [clerk])
}

// Whatever opened the dialog gets the focus back when it closes.
function useReturnFocus(dialog: unknown) {
  useEffect(() => {
    const opener = document.activeElement
    if (!dialog || !(opener instanceof HTMLElement)) return
    return () => opener.focus()
  }, [dialog])
}
