import type { CookieJar } from '../http/context.ts'

export type TestBrowserOptions = {
  origin: string
  userAgent?: string
  ipAddress?: string
}

export type Answer<Body = Record<string, unknown>> = { status: number; headers: Headers; body: Body }

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it asserts
export type AnyBody = any

type Fetch = (
  request: Request,
  bindings: { jar: CookieJar; origin?: string; userAgent?: string; ipAddress?: string },
) => Promise<Response>

/** A browser with a cookie jar of its own, as one person uses it. */
export type TestBrowser = {
  jar: CookieJar & { all(): Record<string, string> }
  /** `fetch` as this browser does it, with its cookies; a path stands for an address of the server. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>
  get(path: string): Promise<Answer<AnyBody>>
  /** Sends a form with POST, as real clients do. */
  post(path: string, fields?: Record<string, unknown>): Promise<Answer<AnyBody>>
  /** POST with `_method=PATCH`. */
  patch(path: string, fields?: Record<string, unknown>): Promise<Answer<AnyBody>>
  /** POST with `_method=DELETE`. */
  delete(path: string): Promise<Answer<AnyBody>>
}

export function createTestBrowser(base: string, fetch: Fetch, options: TestBrowserOptions): TestBrowser {
  const jar = createJar()
  const send = (input: RequestInfo | URL, init?: RequestInit) =>
    fetch(new Request(input instanceof Request ? input : new URL(input, base), init), { jar, ...options })
  const ask = async (path: string, init?: RequestInit) => read(await send(path, init))
  const form = (fields: Record<string, unknown> = {}) => ({ method: 'POST', body: toForm(fields) })
  const override = (path: string, method: string) =>
    `${path}${path.includes('?') ? '&' : '?'}_method=${method}`
  return {
    jar,
    fetch: send,
    get: (path) => ask(path),
    post: (path, fields) => ask(path, form(fields)),
    patch: (path, fields) => ask(override(path, 'PATCH'), form(fields)),
    delete: (path) => ask(override(path, 'DELETE'), form()),
  }
}

async function read(response: Response): Promise<Answer<AnyBody>> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

function toForm(fields: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue
    const isObject = typeof value === 'object' && value !== null
    form.set(key, isObject ? JSON.stringify(value) : String(value ?? ''))
  }
  return form
}

function createJar() {
  const cookies = new Map<string, string>()
  return {
    get: (name: string) => cookies.get(name),
    set(name: string, value: string, { maxAge }: { maxAge: number }) {
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    },
    all: () => Object.fromEntries(cookies),
  }
}
