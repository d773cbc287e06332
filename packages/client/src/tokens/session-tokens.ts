import type { TokenJSON } from '@usher/protocol'
import { isClerkAPIResponseError } from '../transport/errors.ts'
import type { Transport } from '../transport/transport.ts'
import { readClaims } from './read-claims.ts'

/** Seconds of life below which a token is replaced. */
export const refreshFloor = 17

/** The tokens of this browser's sessions: one for each, replaced before it ends, never asked for twice at once. */
export type SessionTokens = {
  get(sessionId: string, options?: { skipCache?: boolean | undefined }): Promise<string | null>
  /** Takes over a token that came with the client. */
  put(sessionId: string, jwt: string): void
  forget(sessionId?: string): void
  /** Seconds until the token of a session should be replaced; 0 when it should be now. */
  secondsLeft(sessionId: string): number
}

type Options = { transport: Pick<Transport, 'call'>; now?: () => number; onToken?: (jwt: string) => void }

export function createSessionTokens({ transport, now = Date.now, onToken }: Options): SessionTokens {
  const known = new Map<string, string>()
  const underWay = new Map<string, Promise<string | null>>()
  const secondsLeft = (sessionId: string) => {
    const jwt = known.get(sessionId)
    const claims = jwt === undefined ? null : readClaims(jwt)
    return claims ? Math.max(0, claims.exp - refreshFloor - now() / 1000) : 0
  }
  const ask = async (sessionId: string) => {
    try {
      const { jwt } = await transport.call<TokenJSON>(`/client/sessions/${sessionId}/tokens`, {
        method: 'POST',
        fields: { organizationId: '' },
      })
      known.set(sessionId, jwt)
      onToken?.(jwt)
      return jwt
    } catch (error) {
      if (isClerkAPIResponseError(error) && error.status < 500 && error.status !== 429) return null
      throw error
    }
  }
  return {
    secondsLeft,
    async get(sessionId, { skipCache = false } = {}) {
      if (!skipCache && secondsLeft(sessionId) > 0) return known.get(sessionId) ?? null
      const waiting = underWay.get(sessionId) ?? ask(sessionId).finally(() => underWay.delete(sessionId))
      underWay.set(sessionId, waiting)
      return waiting
    },
    put(sessionId, jwt) {
      const [before, next] = [readClaims(known.get(sessionId) ?? ''), readClaims(jwt)]
      if (next && (!before || next.iat >= before.iat)) known.set(sessionId, jwt)
    },
    forget(sessionId) {
      if (sessionId === undefined) known.clear()
      else known.delete(sessionId)
    },
  }
}
