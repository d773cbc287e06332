import type { Hono } from 'hono'
import { readUser } from '../../usecases/read-user.ts'
import { type ChangedImage, removeProfileImage, setProfileImage } from '../../usecases/set-profile-image.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentBackendUser } from '../presenters/user.ts'
import { readPicture } from '../read-picture.ts'

/** The picture of a user, for a backend: `/v1/users/{id}/profile_image`. */
export function backendProfileImageRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/users/:id/profile_image', async (c) => {
    const userId = c.req.param('id')
    await readUser(c.var.deps, userId)
    const bytes = await readPicture(c)
    return answer(c, await setProfileImage(c.var.deps, { userId, bytes }))
  })

  app.delete('/v1/users/:id/profile_image', async (c) =>
    answer(c, await removeProfileImage(c.var.deps, { userId: c.req.param('id') })),
  )
}

const answer = (c: AppContext, { user }: ChangedImage): Response =>
  c.json(presentBackendUser(c.var.deps, user, c.var.deps.clock.now()))
