import { type Clerk, type ClientResource, ClerkRuntimeError, type ClerkStatus } from '@usher/client'
import type { ClientJSON, EnvironmentJSON } from '@usher/protocol'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** What a server knew when it rendered the page; hooks tell it until the client has loaded. */
export type InitialState = {
  userId?: string | null
  sessionId?: string | null
  sessionClaims?: Record<string, unknown> | null
  actor?: Record<string, unknown> | null
  /** The whole client, when the server read it: `useUser` and its kin then know everything at once. */
  client?: ClientJSON
  environment?: EnvironmentJSON
}

/** How the prebuilt components shall look and speak. The components package knows what is in it. */
export type ProviderLook = {
  appearance?: object | undefined
  localization?: object | undefined
  nonce?: string | undefined
}

export type ProviderValue = {
  clerk: Clerk
  initialState: InitialState | undefined
  initialClient: ClientResource | undefined
  getToken: (options?: { skipCache?: boolean }) => Promise<string | null>
}

export const ProviderContext = createContext<ProviderValue | null>(null)
export const LookContext = createContext<ProviderLook>({})

/** What the provider around gives; throws outside of one. */
export function useProvider(): ProviderValue {
  const value = useContext(ProviderContext)
  if (value) return value
  throw new ClerkRuntimeError(
    'A hook or component of the kit stands outside <ClerkProvider>. Wrap the app in <ClerkProvider publishableKey="…">.',
    { code: 'provider_missing' },
  )
}

/** `appearance`, `localization` and `nonce` of the provider. */
export const useProviderLook = (): ProviderLook => useContext(LookContext)

/**
 * Reads something of the current client and renders again only when that changed. `select` must return the same
 * thing for the same client; everything that hangs on a client does.
 */
export function useClientValue<Result>(select: (client: ClientResource | undefined) => Result): Result {
  const { clerk, initialClient } = useProvider()
  return useSyncExternalStore(
    clerk.__internal.api.client.subscribe,
    () => select(clerk.client ?? initialClient),
    () => select(initialClient),
  )
}

/** How far loading has come. */
export function useClerkStatus(): ClerkStatus {
  const { clerk } = useProvider()
  const subscribe = useCallback(
    (listener: () => void) => {
      clerk.on('status', listener)
      return () => clerk.off('status', listener)
    },
    [clerk],
  )
  return useSyncExternalStore(subscribe, () => clerk.status, serverStatus)
}

const serverStatus = (): ClerkStatus => 'loading'
