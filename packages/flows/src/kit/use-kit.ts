'use client'
import { useClerk, useEnvironment, useSession, useUser } from '@usher/hooks'
import type { Kit } from './kit.ts'

/** Reads the client, the person and the settings of the instance from the provider. */
export function useKit(): Kit {
  const clerk = useClerk()
  const environment = useEnvironment()
  const { session } = useSession()
  const { user } = useUser()
  const client = clerk.client ?? null
  return {
    isLoaded: Boolean(client && environment),
    clerk,
    client,
    session: session ?? null,
    user: user ?? null,
    isSignedIn: Boolean(session),
    environment: environment ?? undefined,
  }
}
