'use client'
import type { OpenModal } from '@usher/client'
import { useSyncExternalStore } from 'react'
import { useProvider } from '../provider/clerk-context.ts'

/** The dialog that `openSignIn`, `openSignUp` or `openUserProfile` asked for; whoever draws it calls `close`. */
export function useModal(): { modal: OpenModal | null; close: () => void } {
  const { subscribe, get, close } = useProvider().clerk.__internal.modal
  return { modal: useSyncExternalStore(subscribe, get, none), close }
}

const none = () => null
