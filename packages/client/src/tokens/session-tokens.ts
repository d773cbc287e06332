import type { TokenJSON } from '@usher/protocol'
import { isClerkAPIResponseError } from '../transport/errors.ts'
import type { Transport } from '../transport/transport.ts'
import { readClaims, type SessionClaims } from './read-claims.ts'

/** Seconds of life below which a token is replaced. */
export const refreshFloor = 17
const clockTolerance = 5

/** The tokens of this browser's sessions: one for each, replaced before it ends, never asked for twice at once. */
export type SessionTokens = {
  get(sessionId: string, options?: { skipCache?: boolean | undefined }): Promise<string | null>
  /** Takes over a token that came with the client. */
  put(sessionId: string, jwt: string): void
  /** The same with a token that was kept somewhere: an old one is left alone. */
  adopt(sessionId: string, jwt: string): void
  /** Without an id: every token, those under way included. */
  forget(sessionId?: string): void
  /** From here on nobody joins a request that is under way. */
  detach(): void
  /** The token that is known now, without asking. */
  peek(sessionId: string): string | null
  /** Seconds until the token of a session should be replaced; 0 when it should be now. */
  secondsLeft(sessionId: string): number
}

type Options = {
  transport: Pick<Transport, 'call'>
  now?: () => number
  onToken?: (sessionId: string, jwt: string) => unknown
  /** Lets one tab at a time do this work. */
  alone?: (name: string, work: () => Promise<string | null>) => Promise<string | null>
  /** The token that another tab may have left. */
  shared?: () => Promise<string | null>
}

export function createSessionTokens(options: Options): SessionTokens {
  const { transport, now = Date.now, onToken, alone = (_, work) => work(), shared } = options
  const known = new Map<string, { jwt: string; expiresAt: number }>()
  let generation = 0
  const underWay = new Map<string, Promise<string | null>>()
  const peek = (sessionId: string) => known.get(sessionId)?.jwt ?? null
  const secondsLeft = (sessionId: string) => {
    const token = known.get(sessionId)
    return token ? Math.max(0, token.expiresAt - refreshFloor - now() / 1000) : 0
  }
  const keep = (sessionId: string, jwt: string) => {
    const claims = readClaims(jwt)
    if (claims?.sid === sessionId) known.set(sessionId, { jwt, expiresAt: endOf(claims, now() / 1000) })
  }
  const put = (sessionId: string, jwt: string) => {
    const last = peek(sessionId)
    const [before, next] = [readClaims(last ?? ''), readClaims(jwt)]
    if (last !== jwt && next && (!before || next.iat >= before.iat)) keep(sessionId, jwt)
  }
  const adopt = (sessionId: string, jwt: string) => {
    const claims = readClaims(jwt)
    const isFresh = claims && isClockRight(claims, now() / 1000) && claims.exp - now() / 1000 > refreshFloor
    if (isFresh) put(sessionId, jwt)
  }
  const ask = async (sessionId: string) => {
    const asked = generation
    try {
      const { jwt } = await transport.call<TokenJSON>(`/client/sessions/${sessionId}/tokens`, {
        method: 'POST',
        fields: { organizationId: '' },
      })
      // Somebody signed out while the answer was on its way: the token must not come back to life.
      if (asked !== generation) return null
      keep(sessionId, jwt)
      await onToken?.(sessionId, jwt)
      return jwt
    } catch (error) {
      if (isClerkAPIResponseError(error) && error.status < 500 && error.status !== 429) return null
      throw error
    }
  }
  const renew = (sessionId: string, skipCache: boolean) => {
    const began = generation
    return alone(`usher:token:${sessionId}`, async () => {
      const jwt = (!skipCache && (await shared?.())) || null
      if (began !== generation) return null
      if (jwt) adopt(sessionId, jwt)
      return !skipCache && secondsLeft(sessionId) > 0 ? peek(sessionId) : ask(sessionId)
    })
  }
  return {
    secondsLeft,
    peek,
    put,
    adopt,
    async get(sessionId, { skipCache = false } = {}) {
      if (!skipCache && secondsLeft(sessionId) > 0) return peek(sessionId)
      const joined = underWay.get(sessionId)
      if (joined) return joined
      const waiting = renew(sessionId, skipCache).finally(() => {
        if (underWay.get(sessionId) === waiting) underWay.delete(sessionId)
      })
      underWay.set(sessionId, waiting)
      return waiting
    },
    detach: () => underWay.clear(),
    forget(sessionId) {
      generation += 1
      underWay.clear()
      if (sessionId === undefined) known.clear()
      else known.delete(sessionId)
    },
  }
}

// A wrong clock on the device shows in a token that is over, or not yet issued, when it arrives. Then the token counts
// for two thirds of its life from now: the server hands none out that is older than a third.
function endOf(claims: SessionClaims, now: number): number {
  const { iat, exp } = claims
  return isClockRight(claims, now) ? exp : now + ((exp - iat) * 2) / 3
}

const isClockRight = ({ iat, exp }: SessionClaims, now: number) => iat <= now + clockTolerance && exp > now
