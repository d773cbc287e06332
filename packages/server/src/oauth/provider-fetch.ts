import { ApiError } from '../api-error.ts'

/** How the server asks others: as `fetch` does. */
export type ProviderFetch = (input: string, init: RequestInit) => Promise<Response>

const patience = 10_000
const longestAnswer = 1_048_576

/** Asks a provider: for ten seconds, without following it elsewhere, and for no more than a megabyte. */
export async function askProvider(
  fetch: ProviderFetch,
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  try {
    const answer = await fetch(url, {
      ...init,
      // A form, as text: what one realm makes of parameters is no body in another.
      ...(init.body ? { body: String(init.body) } : {}),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const { status, headers } = answer
    const body = await readAtMost(answer, longestAnswer)
    return new Response(status === 204 || status === 304 ? null : body, { status, headers })
  } catch {
    throw new ApiError('oauth_provider_unavailable')
  }
}

async function readAtMost(answer: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let length = 0
  // Not answer.arrayBuffer(), which would take whatever comes.
  for (const reader = answer.body?.getReader(); reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel()
      throw new RangeError('the answer is too long')
    }
    pieces.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
