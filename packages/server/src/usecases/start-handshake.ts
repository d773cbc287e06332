import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { insertHandshake } from '../stores/handshake-store.ts'
import { createHandshakeNonce, digestHandshakeNonce } from '../tokens/handshake-nonce.ts'
import { handshakeLifetime } from '../tokens/handshake-token.ts'
import { noteUseOnceInAWhile } from './issue-session-token.ts'
import { shownSession } from './read-browser-state.ts'

type StartHandshakeInput = {
  client: ClientRow | null
  /** Origin of the page to which the browser goes back. */
  page: string
  devBrowser: string | null
}

/** Makes the nonce that a browser carries to its backend, which learns by it who the browser is. */
export async function startHandshake(
  { db, vault, random, clock }: Deps,
  { client, page, devBrowser }: StartHandshakeInput,
): Promise<string> {
  const nonce = createHandshakeNonce(random)
  await insertHandshake(db, {
    nonce_digest: await digestHandshakeNonce(vault, nonce),
    client_id: client?.id ?? null,
    page,
    dev_browser_sealed: devBrowser === null ? null : await vault.encrypt(devBrowser),
    expire_at: clock.now() + handshakeLifetime * 1000,
    redeemed_at: null,
  })
  return nonce
}

/** Who has a page drawn is active, though no script of that page may ever ask for a token. */
export async function notePageView(deps: Deps, client: ClientRow, device: Device): Promise<void> {
  const session = await shownSession(deps, client)
  if (session) await noteUseOnceInAWhile(deps, session, device)
}
