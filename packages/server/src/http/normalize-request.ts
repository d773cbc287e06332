// The Fetch standard makes no request of these; the routes answer them with 405.
const untouchable = new Set(['CONNECT', 'TRACE', 'TRACK'])
const overrides = new Set(['PATCH', 'PUT', 'DELETE'])

/** What stands before the path that routes know. */
export const mountOf = (request: Request): string =>
  /^\/__clerk(?=\/)/.exec(new URL(request.url).pathname)?.[0] ?? ''

/**
 * Gives a request the one form that routes know: no `/__clerk` before the path, no slash after it, and on POST the
 * method that `_method` names, as real clients send it to keep their requests simple.
 */
export function normalizeRequest(request: Request): Request {
  if (untouchable.has(request.method)) return request
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/__clerk(?=\/)/, '').replace(/(?<=.)\/+$/, '')
  const wanted = url.searchParams.get('_method')?.toUpperCase() ?? ''
  const method = request.method === 'POST' && overrides.has(wanted) ? wanted : request.method
  if (path === url.pathname && method === request.method) return request
  url.pathname = path
  const init: RequestInit & { duplex?: 'half' } = { method, headers: request.headers }
  if (request.body) Object.assign(init, { body: request.body, duplex: 'half' })
  return new Request(url, init)
}
