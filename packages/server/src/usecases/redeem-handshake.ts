import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { findClient } from '../stores/client-store.ts'
import { redeemHandshake as redeem } from '../stores/handshake-store.ts'
import { digestHandshakeNonce } from '../tokens/handshake-nonce.ts'
import { type BrowserState, readBrowserState } from './read-browser-state.ts'

// The requests of one page load, which all carry the same cookie.
const grace = 10_000

export type RedeemedHandshake = { page: string; state: BrowserState; devBrowser: string | null }

/**
 * Tells a backend who the browser is that brought a nonce: as it is now, not as it was when the nonce was made. Throws
 * `resource_not_found` for a nonce that was used up, has expired or never was (S57).
 */
export async function redeemHandshake(deps: Deps, nonce: string): Promise<RedeemedHandshake> {
  const digest = await digestHandshakeNonce(deps.vault, nonce)
  const handshake = await redeem(deps.db, { digest, now: deps.clock.now(), grace })
  if (!handshake)
    throw new ApiError('resource_not_found', { longMessage: 'This nonce was used, or has expired.' })
  const { client_id: clientId, page, dev_browser_sealed: sealed } = handshake
  const client = clientId === null ? null : ((await findClient(deps.db, clientId)) ?? null)
  return {
    page,
    state: await readBrowserState(deps, client, page),
    devBrowser: sealed === null ? null : await deps.vault.decrypt(sealed),
  }
}
