'use client'

import type { OpenModal } from '@usher/client'
import { useSyncExternalStore } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

/** The dialog that the app asked for, and how to close it; for whoever draws dialogs. */
export function useModal(): { modal: OpenModal | null; close: () => void } {
  const { modal } = useClerkContext().clerk.__internal
  return { modal: useSyncExternalStore(modal.subscribe, modal.get, nothing), close: modal.close }
}

const nothing = () => null
