import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../context.ts'

/** Headers that every answer carries, unless its route sets others (S63). */
export const securityHeaders: MiddlewareHandler<AppEnv> = (c, next) => {
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Clerk-Trace-Id', c.get('traceId'))
  c.header('Cache-Control', 'no-store')
  c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  if (c.get('deps').place.secureCookies)
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  return next()
}
