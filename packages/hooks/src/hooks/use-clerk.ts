'use client'

import type { Clerk } from '@usher/client'
import { useClerkContext } from '../provider/clerk-context.ts'
import { useClerkValue } from './use-clerk-value.ts'

/** The Clerk object: always there; look at `loaded` before its `client`. Renders again with every change of it. */
export function useClerk(): Clerk {
  useClerkValue((clerk) => clerk.client, nothing)
  useClerkValue((clerk) => clerk.session, nothing)
  useClerkValue((clerk) => clerk.status, loading)
  return useClerkContext().clerk
}

const nothing = () => undefined
const loading = () => 'loading' as const
