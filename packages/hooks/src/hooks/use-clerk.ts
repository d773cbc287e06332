'use client'
import type { Clerk } from '@usher/client'
import { useProvider } from '../provider/clerk-context.ts'

/** The Clerk object: sign out, switch sessions, build addresses, navigate. The same object for ever. */
export const useClerk = (): Clerk => useProvider().clerk
