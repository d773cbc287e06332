import { defaultImage } from '@usher/protocol'
import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import { drawInitials } from '../../images/draw-initials.ts'
import { imageTypeOf } from '../../images/image-name.ts'
import { storageFailed } from '../../usecases/set-profile-image.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { readQuery } from '../read-input.ts'

/** Pictures for anybody who knows their address. A picture never changes: another one has another address. */
export function imageRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/images/default', (c) => {
    const { hue, initials } = readQuery(c, defaultImage)
    return answer(c, drawInitials(hue, initials), 'image/svg+xml')
  })

  app.get('/v1/images/:name', async (c) => {
    const { deps } = c.var
    const name = c.req.param('name')
    const type = imageTypeOf(name)
    const bytes =
      type &&
      (await deps.images.get(name).catch((cause: unknown) => {
        throw storageFailed(deps, cause)
      }))
    if (!type || !bytes) throw new ApiError('resource_not_found')
    return answer(c, bytes, type)
  })
}

const answer = (c: AppContext, body: string | Uint8Array<ArrayBuffer>, type: string): Response =>
  c.body(body, 200, {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    // Pages of other sites show it, those that isolate themselves too.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
