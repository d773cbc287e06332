import type { ClientJSON } from '@usher/protocol'
import { encodeForm, type Fields } from './encode-form.ts'
import { ClerkOfflineError, ClerkRuntimeError, toApiError } from './errors.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type RequestOptions = {
  body?: Fields
  query?: Record<string, string>
  signal?: AbortSignal | undefined
  /** Repeats the request when no answer came; always so for GET. Only for what may safely happen twice. */
  isRepeatable?: boolean
}

/** Asks the Frontend API; `path` is the one after `/v1`. Gives the resource out of the envelope, or throws. */
export type Send = <Resource>(method: Method, path: string, options?: RequestOptions) => Promise<Resource>

export type TransportOptions = {
  baseUrl: () => string
  fetch: typeof fetch
  version: string
  /** The session in whose name calls outside `/client` are made. */
  getSessionId: () => string | null
  /** Takes the client that comes with almost every answer, errors included. */
  onClient: (client: ClientJSON) => void
  /** Hears of an answer 401 before the error is thrown. */
  onUnauthenticated: (path: string) => Promise<unknown>
}

const apiVersion = '2026-05-12'
const mostTries = 4
const firstPause = 250

/** The only place that knows HTTP. Never logs, because bodies carry passwords and codes. */
export function createTransport(options: TransportOptions): Send {
  const preparing = new Map<string, Promise<unknown>>()

  const send: Send = async (method, path, request = {}) => {
    const response = await fetchWithRetries(options, method, path, request)
    const body = await readBody(response)
    const { client, meta, response: resource } = Object(body)
    const fresh = client ?? meta?.client ?? (isClient(resource) ? resource : null)
    if (fresh) options.onClient(fresh)
    if (response.ok) return Object(body) === body && 'response' in body ? resource : body
    const error = toApiError(response.status, body, readRetryAfter(response))
    if (response.status === 401 && error.errors[0]?.code !== 'requires_captcha') {
      await options.onUnauthenticated(path)
    }
    throw error
  }

  return (method, path, request = {}) => {
    // A prepared code costs a mail: a second press while the first is on its way shares its answer.
    if (!path.includes('/prepare_')) return send(method, path, request)
    const key = `${path} ${encodeForm(request.body ?? {})}`
    const running = preparing.get(key) ?? send(method, path, request).finally(() => preparing.delete(key))
    preparing.set(key, running)
    return running as ReturnType<typeof send<never>>
  }
}

async function fetchWithRetries(
  options: TransportOptions,
  method: Method,
  path: string,
  request: RequestOptions,
): Promise<Response> {
  const tries = method === 'GET' || request.isRepeatable ? mostTries : 1
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await options.fetch(buildUrl(options, method, path, request, attempt), buildInit(method, request))
    } catch (cause) {
      if (request.signal?.aborted) throw cause
      if (attempt + 1 >= tries) throw noAnswer(cause)
      await pause(firstPause * 2 ** attempt, request.signal)
    }
  }
}

function buildUrl(
  { baseUrl, version, getSessionId }: TransportOptions,
  method: Method,
  path: string,
  { query }: RequestOptions,
  attempt: number,
): string {
  const sessionId = path.startsWith('/client') ? null : getSessionId()
  const search = new URLSearchParams({
    ...query,
    __clerk_api_version: apiVersion,
    _clerk_js_version: version,
    ...(sessionId && { _clerk_session_id: sessionId }),
    ...(isRead(method) || method === 'POST' ? {} : { _method: method }),
    ...(attempt > 0 && { _clerk_retry_attempt: String(attempt) }),
  })
  return `${baseUrl()}/v1${path}?${search}`
}

// A form sent by POST needs no CORS preflight, and Safari keeps the cookies of its answer.
const buildInit = (method: Method, { body = {}, signal }: RequestOptions): RequestInit => ({
  method: isRead(method) ? 'GET' : 'POST',
  credentials: 'include',
  ...(signal && { signal }),
  ...(!isRead(method) && {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: encodeForm(body),
  }),
})

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    if (!response.ok) return undefined
    throw new ClerkRuntimeError(
      'The answer is not JSON, so it does not come from an Usher server. Check publishableKey and proxyUrl.',
      { code: 'unexpected_answer' },
    )
  }
}

function noAnswer(cause: unknown): ClerkRuntimeError {
  if (typeof navigator === 'object' && navigator.onLine === false) {
    return new ClerkOfflineError('The device is offline. Try again when the network is back.', cause)
  }
  return new ClerkRuntimeError(
    'No answer came from the server. Check that it runs, and that publishableKey and proxyUrl point to it.',
    { code: 'network_error', cause },
  )
}

function readRetryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return Number.isNaN(seconds) ? null : seconds
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

const isRead = (method: Method) => method === 'GET'

const isClient = (value: unknown) => Object(value).object === 'client'
