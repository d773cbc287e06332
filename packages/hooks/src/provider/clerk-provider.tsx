'use client'
import { type Clerk, ClerkRuntimeError, type ClerkOptions, createClerk, toClient } from '@usher/client'
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import {
  type InitialState,
  LookContext,
  ProviderContext,
  type ProviderLook,
  type ProviderValue,
} from './clerk-context.ts'

export type ClerkProviderProps = Omit<ClerkOptions, 'publishableKey' | 'fetch'> &
  ProviderLook & {
    /** `pk_test_…` or `pk_live_…`, as the server prints it. Needed unless `clerk` is given. */
    publishableKey?: string
    /** What a server knew when it rendered the page. */
    initialState?: InitialState
    /** A Clerk object of your own, for tests and stories. The provider loads it, and stops it when it goes. */
    clerk?: Clerk
    /** Accepted for the sake of existing apps. Nothing is ever sent. */
    telemetry?: unknown
    children?: ReactNode
  }

/** Gives everything inside the current user, the session and what can be done about them. Put it around the app once. */
export function ClerkProvider(props: ClerkProviderProps): ReactNode {
  const { children, appearance, localization, nonce, clerk, initialState, telemetry: _, ...options } = props
  if (useContext(ProviderContext)) {
    throw new ClerkRuntimeError('<ClerkProvider> stands inside another one. Keep the outer one only.', {
      code: 'provider_nested',
    })
  }
  const [value] = useState(() => makeValue(clerk ?? makeClerk(options), initialState))
  const look = useMemo(() => ({ appearance, localization, nonce }), [appearance, localization, nonce])

  useEffect(() => {
    if (!clerk) value.clerk.__internal.setOptions(options)
  })
  useEffect(() => {
    void value.clerk.load()
    return () => value.clerk.__internal.destroy()
  }, [value])

  return (
    <ProviderContext.Provider value={value}>
      <LookContext.Provider value={look}>{children}</LookContext.Provider>
    </ProviderContext.Provider>
  )
}

function makeClerk({ publishableKey, ...options }: Partial<ClerkOptions>): Clerk {
  if (publishableKey) return createClerk({ publishableKey, ...options })
  throw new ClerkRuntimeError(
    '<ClerkProvider> has no publishableKey. Give it the pk_… key that the server prints when it starts.',
    { code: 'publishable_key_missing' },
  )
}

function makeValue(clerk: Clerk, initialState: InitialState | undefined): ProviderValue {
  const { api } = clerk.__internal
  if (initialState?.client) api.client.write(initialState.client)
  if (initialState?.environment && !api.environment.get()) api.environment.write(initialState.environment)
  return {
    clerk,
    initialState,
    initialClient: initialState?.client && toClient(initialState.client, api),
    getToken: async (options) => {
      await clerk.load()
      return (await clerk.session?.getToken(options)) ?? null
    },
  }
}
