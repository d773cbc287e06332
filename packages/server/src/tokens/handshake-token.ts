import { SignJWT } from 'jose'
import type { Deps } from '../deps.ts'

/** Seconds within which a handshake has to come to its end. */
export const handshakeLifetime = 60

/** What a browser brings to its backend, signed, for backends that do not ask for a nonce. */
export async function signHandshake({ keys, clock }: Deps, directives: string[]): Promise<string> {
  const { kid, privateKey } = await keys.current()
  const now = Math.floor(clock.now() / 1000)
  return new SignJWT({ handshake: directives, iat: now, exp: now + handshakeLifetime })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .sign(privateKey)
}
