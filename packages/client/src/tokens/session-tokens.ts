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
  forget(sessionId?: string): void
  /** The token that is known now, without asking. */
  peek(sessionId: string): string | null
  /** Seconds until the token of a session should be replaced; 0 when it should be now. */
  secondsLeft(sessionId: string): number
}

type Options = { transport: Pick<Transport, 'call'>; now?: () => number; onToken?: (jwt: string) => void }

export function createSessionTokens({ transport, now = Date.now, onToken }: Options): SessionTokens {
  const known = new Map<string, { jwt: string; expiresAt: number }>()
  let generation = 0
  const underWay = new Map<string, Promise<string | null>>()
  const secondsLeft = (sessionId: string) => {
    const token = known.get(sessionId)
    return token ? Math.max(0, token.expiresAt - refreshFloor - now() / 1000) : 0
  }
  const keep = (sessionId: string, jwt: string) => {
    const claims = readClaims(jwt)
    if (claims) known.set(sessionId, { jwt, expiresAt: endOf(claims, now() / 1000) })
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
      onToken?.(jwt)
      return jwt
    } catch (error) {
      if (isClerkAPIResponseError(error) && error.status < 500 && error.status !== 429) return null
      throw error
    }
  }
  return {
    secondsLeft,
    peek: (sessionId) => known.get(sessionId)?.jwt ?? null,
    async get(sessionId, { skipCache = false } = {}) {
      if (!skipCache && secondsLeft(sessionId) > 0) return known.get(sessionId)?.jwt ?? null
      const waiting = underWay.get(sessionId) ?? ask(sessionId).finally(() => underWay.delete(sessionId))
      underWay.set(sessionId, waiting)
      return waiting
    },
    put(sessionId, jwt) {
      const last = known.get(sessionId)?.jwt
      if (last === jwt) return
      const [before, next] = [readClaims(last ?? ''), readClaims(jwt)]
      if (next && (!before || next.iat >= before.iat)) keep(sessionId, jwt)
    },
    forget(sessionId) {
      generation += 1
      if (sessionId === undefined) known.clear()
      else known.delete(sessionId)
    },
  }
}

// A wrong clock on the device shows in a token that is over, or not yet issued, when it arrives. Then the token counts
// for two thirds of its life from now: the server hands none out that is older than a third.
function endOf({ iat, exp }: SessionClaims, now: number): number {
  const isClockRight = iat <= now + clockTolerance && exp > now
  return isClockRight ? exp : now + ((exp - iat) * 2) / 3
}
