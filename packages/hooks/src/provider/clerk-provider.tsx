'use client'

import { type Clerk, type ClerkOptions, ClerkRuntimeError, createClerk } from '@usher/client'
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { ClerkContext, type InitialState, LookContext } from './clerk-context.ts'
import { publishClerk } from './published-clerk.ts'

type Settings = Omit<ClerkOptions, 'publishableKey' | 'fetch' | 'standardBrowser'>

export type ClerkProviderProps = Settings & {
  children?: ReactNode
  /** `pk_test_…` or `pk_live_…`, as the server prints it. */
  publishableKey?: string | undefined
  /** A Clerk object made beforehand, for tests and stories; `publishableKey` is not needed then. */
  clerk?: Clerk | undefined
  /** What the server that rendered the page knows, so that nothing flickers. */
  initialState?: InitialState | undefined
  /** Look of the prebuilt components. */
  appearance?: unknown
  /** Texts of the prebuilt components. */
  localization?: unknown
  /** For style tags under a strict Content-Security-Policy. */
  nonce?: string | undefined
  /** Accepted for compatibility: this kit sends none. */
  telemetry?: unknown
}

/**
 * Gives everything inside to know who is signed in. Put one around the app; it reads the environment and the client
 * from the server once. Throws `ClerkRuntimeError` when there is no publishable key (`no_publishable_key`,
 * `invalid_publishable_key`) and inside another provider (`nested_clerk_provider`).
 */
export function ClerkProvider(props: ClerkProviderProps): ReactNode {
  const { children, appearance, localization, initialState, nonce, telemetry: _, ...options } = props
  if (useContext(ClerkContext))
    throw new ClerkRuntimeError('There is a <ClerkProvider> inside another one. Keep one of them.', {
      code: 'nested_clerk_provider',
    })
  const [value] = useState(() => ({ clerk: options.clerk ?? makeClerk(options), initialState }))
  const { clerk } = value
  useEffect(() => {
    const { clerk: __, publishableKey: ___, ...settings } = options
    clerk.__internal.setOptions(settings)
  })
  useEffect(() => {
    const takeBack = publishClerk(clerk)
    void clerk.load()
    return () => {
      takeBack()
      clerk.__internal.destroy()
    }
  }, [clerk])
  const look = useMemo(() => ({ appearance, localization, nonce }), [appearance, localization, nonce])
  return (
    <ClerkContext.Provider value={value}>
      <LookContext.Provider value={look}>{children}</LookContext.Provider>
    </ClerkContext.Provider>
  )
}

function makeClerk({
  publishableKey,
  ...options
}: Settings & { publishableKey?: string | undefined }): Clerk {
  if (!publishableKey)
    throw new ClerkRuntimeError(
      '<ClerkProvider> needs the publishableKey that the server prints when it starts.',
      { code: 'no_publishable_key' },
    )
  return createClerk({ ...options, publishableKey })
}
