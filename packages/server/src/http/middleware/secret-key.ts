import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../../api-error.ts'
import { isKnownSecretKey } from '../../stores/key-store.ts'
import { digestSecretKey } from '../../tokens/secret-key.ts'
import type { AppEnv } from '../context.ts'

/**
 * Lets a request through that carries a known secret key. The key is looked up by its keyed digest, so no comparison
 * can leak it; a browser is refused whatever it sends, because a key must never be there (S67).
 */
export const requireSecretKey: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { deps, origin } = c.var
  const key = c.req.header('authorization')?.match(/^bearer +(\S{1,256}) *$/i)?.[1]
  if (key === undefined) throw new ApiError('authorization_header_format_invalid')
  if (origin !== null || c.req.header('sec-fetch-site') !== undefined)
    throw new ApiError('resource_forbidden', {
      longMessage:
        'The Backend API does not answer browsers. Call it from your server and keep the key there.',
    })
  if (!(await isKnownSecretKey(deps.db, await digestSecretKey(deps.vault, key))))
    throw new ApiError('authorization_invalid')
  await next()
}
