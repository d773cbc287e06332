import type { ClientJSON } from '@usher/protocol'
import { encodeForm } from './encode-form.ts'
import { ClerkAPIResponseError, ClerkOfflineError } from './errors.ts'

export type Fields = Record<string, unknown>

export type TransportOptions = {
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** Sent with calls that act for one session. */
  sessionId: () => string | undefined
  /** Every answer that carries the client of this browser hands it over here. */
  onClient: (client: ClientJSON) => void
  /** A call found the session gone. */
  onUnauthorized: () => void
}

export type Call = {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  fields?: Fields | undefined
  /** Instead of fields, for what a form of texts cannot hold. */
  body?: FormData
  signal?: AbortSignal | undefined
  /** Leaves the client that comes with the answer alone. */
  isQuiet?: boolean
}

/** Talks HTTP with the server; nothing else in the kit does. */
export type Transport = {
  /** Where the server is. */
  baseUrl: string
  /** Calls `/v1` + path. Rejects with `ClerkAPIResponseError` or `ClerkOfflineError`. */
  call<Result>(path: string, call?: Call): Promise<Result>
  /** Opens an answer that goes on; whoever asked reads it. */
  stream(path: string, signal: AbortSignal): Promise<Response>
}

/** Version of the wire that this client speaks. */
export const apiVersion = '2026-05-12'
const clientVersion = '6.0.0'
const retryDelays = [250, 750, 2000]

export function createTransport(options: TransportOptions): Transport {
  const underWay = new Map<string, Promise<unknown>>()
  return {
    baseUrl: options.baseUrl,
    stream: (path, signal) =>
      options.fetch(addressOf(options, path, 'GET', 0), { credentials: 'include', signal }),
    call<Result>(path: string, call: Call = {}) {
      const send = () => perform<Result>(options, path, call)
      // Two presses of one button must not send two codes.
      if (!path.includes('/prepare_')) return send()
      const key = `${path} ${JSON.stringify(call.fields)}`
      const known = underWay.get(key) as Promise<Result> | undefined
      if (known) return known
      const sent = send().finally(() => underWay.delete(key))
      underWay.set(key, sent)
      return sent
    },
  }
}

async function perform<Result>(options: TransportOptions, path: string, call: Call): Promise<Result> {
  const response = await fetchWithRetries(options, path, call)
  const body = await readBody(response)
  const client: unknown = response.ok ? body?.client : body?.meta?.client
  if (isClient(client) && !call.isQuiet) options.onClient(client)
  if (response.ok) return (isEnvelope(body) ? body.response : body) as Result
  if (response.status === 401 && path !== '/client') options.onUnauthorized()
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  throw new ClerkAPIResponseError(response.status, body ?? {}, retryAfter)
}

async function fetchWithRetries(options: TransportOptions, path: string, call: Call): Promise<Response> {
  const { method = 'GET', fields, body, signal } = call
  const isRead = method === 'GET'
  for (let attempt = 0; ; attempt++) {
    try {
      return await options.fetch(addressOf(options, path, method, attempt), {
        method: isRead ? 'GET' : 'POST',
        credentials: 'include',
        ...(isRead ? {} : { body: body ?? encodeForm(fields ?? {}) }),
        ...(signal ? { signal } : {}),
      })
    } catch (error) {
      const delay = retryDelays[attempt]
      if (signal?.aborted) throw error
      if (!isRead || delay === undefined) throw new ClerkOfflineError(error)
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
}

function addressOf(
  { baseUrl, sessionId }: TransportOptions,
  path: string,
  method: string,
  attempt: number,
): string {
  const url = new URL(`${baseUrl}/v1${path}`)
  url.searchParams.set('__clerk_api_version', apiVersion)
  url.searchParams.set('_clerk_js_version', clientVersion)
  // Only GET and POST travel: such requests stay simple, and Safari keeps their cookies.
  if (method !== 'GET' && method !== 'POST') url.searchParams.set('_method', method)
  if (attempt > 0) url.searchParams.set('_clerk_retry_attempt', String(attempt))
  const session = path.startsWith('/client') ? undefined : sessionId()
  if (session) url.searchParams.set('_clerk_session_id', session)
  return url.href
}

// biome-ignore lint/suspicious/noExplicitAny: what the server sent is told apart by whoever reads it
async function readBody(response: Response): Promise<any> {
  if (response.status === 204) return null
  return response.json().catch(() => null)
}

const isEnvelope = (body: unknown): body is { response: unknown } =>
  typeof body === 'object' && body !== null && 'response' in body

const isClient = (value: unknown): value is ClientJSON =>
  typeof value === 'object' && value !== null && 'sessions' in value && 'revision' in value
