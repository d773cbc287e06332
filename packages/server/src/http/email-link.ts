import type { WantedLink } from '../codes/send-proof.ts'
import { findClient } from '../stores/client-store.ts'
import { rotateClientSecret } from '../usecases/rotate-client-secret.ts'
import type { AppContext } from './context.ts'
import { writeClientSecret } from './cookies.ts'
import { publicUrl } from './public-url.ts'

/** What a link needs to know of the request that asks for it. */
export const wantedLink = (c: AppContext, clientId: string, redirectUrl: string | undefined): WantedLink => ({
  clientId,
  redirectUrl,
  device: c.var.device,
  verifyUrl: publicUrl(c, '/v1/verify'),
})

/**
 * Gives a browser that begins something which a link may end a new secret: a session that is made by opening the link
 * elsewhere cannot bring one, and must not belong to whoever planted the old one (S51). It happens at the beginning
 * because the answer to that is always read; a page that asks for a link may be left before the answer is there.
 */
export async function renewSecretForLink(c: AppContext): Promise<void> {
  const { client, deps } = c.var
  const { emailLinkSignIn, emailVerifications } = deps.settings
  if (!client || !(emailLinkSignIn || emailVerifications.includes('email_link'))) return
  const secret = await rotateClientSecret(deps, deps.db, client)
  // Another call was first, and brings the cookie home.
  if (secret === null) return
  writeClientSecret(c, secret)
  c.set('client', (await findClient(deps.db, client.id)) ?? null)
}
