import type { Hono } from 'hono'
import { imageId } from '../../images/image-name.ts'
import { limit, limits } from '../../limits/limit.ts'
import { removeProfileImage, setProfileImage } from '../../usecases/set-profile-image.ts'
import type { AppEnv } from '../context.ts'
import { presentImage } from '../presenters/image.ts'
import { readPicture } from '../read-picture.ts'
import { requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** The picture of the person who is signed in: `/v1/me/profile_image`. */
export function profileImageRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/me/profile_image', async (c) => {
    const caller = await requireSession(c)
    const userId = caller.session.user_id
    limit(c.var, limits.changePictureFor, userId)
    const bytes = await readPicture(c)
    const { name } = await setProfileImage(c.var.deps, { userId, caller, bytes })
    return respond(c, presentImage(c.var.deps, name ?? ''))
  })

  app.delete('/v1/me/profile_image', async (c) => {
    const caller = await requireSession(c)
    const { name } = await removeProfileImage(c.var.deps, { userId: caller.session.user_id, caller })
    return respond(c, { object: 'image', deleted: true, ...(name && { id: imageId(name) }) })
  })
}
