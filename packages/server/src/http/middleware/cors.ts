import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { AppContext, AppEnv } from '../context.ts'

const exposed = 'Authorization, Clerk-Db-Jwt, Retry-After, X-Country, X-Clerk-Trace-Id'
const methods = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'

/**
 * Lets pages of allowed origins call the Frontend API with their cookies (S60), and refuses a change of state that
 * does not come from one of them (S59).
 */
export const cors: MiddlewareHandler<AppEnv> = async (c, next) => {
  const origin = c.get('origin')
  const { place } = c.get('deps')
  const isAllowed = origin !== null && (origin === place.ownOrigin || place.isAllowedOrigin(origin))
  // A token must not name a page that may not ask for one.
  if (!isAllowed) c.set('origin', null)
  c.header('Vary', 'Origin')
  if (isAllowed) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Allow-Credentials', 'true')
    c.header('Access-Control-Expose-Headers', exposed)
  }
  if (c.req.method === 'OPTIONS') {
    if (!isAllowed) return c.body(null, 403)
    c.header('Access-Control-Allow-Methods', methods)
    c.header('Access-Control-Allow-Headers', c.req.header('access-control-request-headers') ?? '')
    c.header('Access-Control-Max-Age', '86400')
    return c.body(null, 204)
  }
  if (isNativeApp(c)) return next()
  if (!isAllowed && c.req.method !== 'GET' && c.req.method !== 'HEAD') throw new ApiError('origin_invalid')
  return next()
}

// A native app has no page; its requests are known by a header that no other site can make a browser send, and their
// cookies count for nothing. Pages say where they are.
const isNativeApp = ({ req }: AppContext): boolean =>
  req.query('_is_native') === '1' && req.header('origin') === undefined
