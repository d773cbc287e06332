import type { ClientJSON, UserJSON } from '@usher/protocol'
import { readClaims } from '../tokens/read-claims.ts'
import { frontendUrl, parsePublishableKey } from '../transport/base-url.ts'
import type { ClerkOptions } from './types.ts'

/** The client as the token in this page's cookie tells it, for the time in which the server does not answer. */
export function localClient(jwt: string | null): ClientJSON {
  const claims = readClaims(jwt ?? '')
  const time = { created_at: 0, updated_at: 0 }
  return {
    ...time,
    object: 'client',
    id: null,
    sessions: claims
      ? [
          {
            ...time,
            object: 'session',
            id: claims.sid,
            status: claims.sts === 'pending' ? 'pending' : 'active',
            expire_at: 0,
            abandon_at: 0,
            last_active_at: 0,
            last_active_organization_id: null,
            actor: claims.act ?? null,
            factor_verification_age: null,
            tasks: null,
            user: userOf(claims.sub),
            public_user_data: null,
            last_active_token: null,
          },
        ]
      : [],
    sign_in: null,
    sign_up: null,
    last_active_session_id: claims?.sid ?? null,
    last_authentication_strategy: null,
    captcha_bypass: false,
    cookie_expires_at: null,
    // Whatever the server says is newer.
    revision: -1,
  }
}

/** Says in the console what a developer whose server does not run has to do. */
export function warnDeveloper({ publishableKey, proxyUrl }: ClerkOptions): void {
  const key = parsePublishableKey(publishableKey)
  if (key.instanceType !== 'development') return
  const address = frontendUrl(key, proxyUrl, new URL(window.location.href))
  // biome-ignore lint/suspicious/noConsole: for a developer, and in development only
  console.warn(`Usher: nothing answers at ${address}. Does the server run? "usher serve" starts it.`)
}

// Nothing but the id is known; the rest reads as empty.
const userOf = (id: string) =>
  ({
    object: 'user',
    id,
    email_addresses: [],
    phone_numbers: [],
    web3_wallets: [],
    external_accounts: [],
    passkeys: [],
    organization_memberships: [],
    public_metadata: {},
    unsafe_metadata: {},
  }) as Partial<UserJSON> as UserJSON
