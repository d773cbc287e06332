'use client'

import { type Clerk, type ClerkOptions, createClerk } from '@usher/client'
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { ClerkContext, type InitialState } from './clerk-context.ts'

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
 * from the server once. Throws when there is no publishable key, or inside another provider.
 */
export function ClerkProvider(props: ClerkProviderProps): ReactNode {
  const { children, appearance, localization, initialState, nonce: _, telemetry: __, ...options } = props
  if (useContext(ClerkContext))
    throw new Error('There is a <ClerkProvider> inside another one. Keep one of them.')
  const [clerk] = useState(() => options.clerk ?? makeClerk(options))
  useEffect(() => {
    const { clerk: ___, publishableKey: ____, ...settings } = options
    clerk.__internal.setOptions(settings)
  })
  useEffect(() => {
    void clerk.load()
  }, [clerk])
  const value = useMemo(
    () => ({ clerk, appearance, localization, initialState }),
    [clerk, appearance, localization, initialState],
  )
  return <ClerkContext.Provider value={value}>{children}</ClerkContext.Provider>
}

function makeClerk({
  publishableKey,
  ...options
}: Settings & { publishableKey?: string | undefined }): Clerk {
  if (!publishableKey)
    throw new Error('<ClerkProvider> needs the publishableKey that the server prints when it starts.')
  return createClerk({ ...options, publishableKey })
}
