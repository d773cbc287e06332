'use client'

import type { ClerkProviderProps as PropsNow } from '@usher/components'
import { ClerkProvider as ProviderNow } from '@usher/components'
import type { ReactNode } from 'react'

export type ClerkProviderProps = Omit<PropsNow, 'routerPush' | 'routerReplace'> & {
  /** Where the Frontend API is: its host, as the server prints it. `publishableKey` may say it instead. */
  frontendApi?: string | undefined
  /** The app's own router. */
  navigate?: ((to: string) => unknown) | undefined
  /** Accepted for compatibility: colours are `appearance.variables`. */
  theme?: unknown
}

/** Gives everything inside to know who is signed in. */
export function ClerkProvider({ frontendApi, navigate, theme: _, ...props }: ClerkProviderProps): ReactNode {
  const publishableKey = props.publishableKey ?? (frontendApi && keyOf(frontendApi))
  return (
    <ProviderNow {...props} publishableKey={publishableKey} routerPush={navigate} routerReplace={navigate} />
  )
}

const ownHosts = /^(localhost|127(\.\d{1,3}){3})(:|$)|\.(lcl|accounts)\.dev$/

/** The key that says the same as a host: of a development instance where it is on this machine, or one of its kind. */
function keyOf(frontendApi: string): string {
  const host = frontendApi.replace(/^localhost\b/, '127.0.0.1')
  return `${ownHosts.test(frontendApi) ? 'pk_test_' : 'pk_live_'}${btoa(`${host}$`)}`
}
