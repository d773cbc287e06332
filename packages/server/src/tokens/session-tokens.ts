import { SignJWT } from 'jose'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { randomText } from './id.ts'
import type { KeySet } from './key-set.ts'

/** Life of a session token in seconds. */
export const sessionTokenLifetime = 60
// A token that was handed out before is handed out again while at least this many seconds of it are left.
const reuseFloor = 40
const mostKept = 10_000

export type SessionTokenInput = {
  session: SessionRow
  /** Origin of the page that asks, for the claim `azp`; null outside a browser. */
  origin: string | null
  /** Epoch milliseconds; a token issued earlier is not handed out again, because `__client_uat` would outrun it. */
  notBefore: number
}

/** Session tokens (RS256, 60 s), reused from memory while they are fresh and nothing about the session changed. */
export type SessionTokens = {
  issue(input: SessionTokenInput): Promise<string>
  /** A token of its own for a backend, that lives for so many seconds. */
  issueOnce(session: SessionRow, lifetime: number): Promise<string>
  /** Drops what was kept for a user, after a change that the next token must not hide. */
  forgetUser(userId: string): void
}

type Kept = { jwt: string; userId: string; issuedAt: number; fingerprint: string }
type Parts = { keys: KeySet; clock: Clock; random: Random; issuer: string }

export function createSessionTokens(parts: Parts): SessionTokens {
  const kept = new Map<string, Kept>()
  return {
    async issue(input) {
      const { session, origin, notBefore } = input
      const now = Math.floor(parts.clock.now() / 1000)
      const { status, actor, first_factor_at, second_factor_at } = session
      const fingerprint = [origin, status, actor, first_factor_at, second_factor_at].join('|')
      const known = kept.get(session.id)
      const isFresh = known && now - known.issuedAt <= sessionTokenLifetime - reuseFloor
      if (isFresh && known.fingerprint === fingerprint && known.issuedAt >= Math.floor(notBefore / 1000))
        return known.jwt
      const jwt = await sign(parts, { session, origin, lifetime: sessionTokenLifetime }, now)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
      kept.set(session.id, { jwt, userId: session.user_id, issuedAt: now, fingerprint })
      return jwt
    },
    issueOnce: (session, lifetime) =>
      sign(parts, { session, origin: null, lifetime }, Math.floor(parts.clock.now() / 1000)),
    forgetUser(userId) {
      for (const [sessionId, token] of kept) if (token.userId === userId) kept.delete(sessionId)
    },
  }
}

type Signed = Pick<SessionTokenInput, 'session' | 'origin'> & { lifetime: number }

async function sign({ keys, random, issuer }: Parts, { session, origin, lifetime }: Signed, now: number) {
  const { kid, privateKey } = await keys.current()
  const claims = {
    ...(origin ? { azp: origin } : {}),
    ...(session.actor ? { act: JSON.parse(session.actor) } : {}),
    exp: now + lifetime,
    fva: factorAges(session, now * 1000),
    iat: now,
    iss: issuer,
    jti: randomText(random, 20),
    nbf: now - 10,
    sid: session.id,
    sts: session.status,
    sub: session.user_id,
    v: 2,
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', cat: 'cl_B7d4PD111AAA', kid, typ: 'JWT' })
    .sign(privateKey)
}

/** Minutes since the first and the second factor were proved, -1 for never; who acts as somebody else has proved none. */
export function factorAges(
  { actor, first_factor_at: first, second_factor_at: second }: SessionRow,
  now: number,
): [number, number] {
  const age = (time: number | null) =>
    time === null || actor !== null ? -1 : Math.max(0, Math.floor((now - time) / 60_000))
  return [age(first), age(second)]
}
