import { banUsers, countUsers, createUser, listUsers, updateUser, updateUserMetadata } from '@usher/protocol'
import type { Hono } from 'hono'
import { banUsers as ban } from '../../usecases/ban-users.ts'
import type { UserView } from '../../usecases/client-view.ts'
import { createUser as create } from '../../usecases/create-user.ts'
import { deleteUser } from '../../usecases/delete-user.ts'
import { countUsers as count, listUsers as list } from '../../usecases/list-users.ts'
import { lockUser } from '../../usecases/lock-user.ts'
import { readUser } from '../../usecases/read-user.ts'
import { updateUser as update } from '../../usecases/update-user.ts'
import { updateUserMetadata as updateMetadata } from '../../usecases/update-user-metadata.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentBackendUser } from '../presenters/user.ts'
import { readBody, readQuery } from '../read-input.ts'

/** Users, for a backend with a secret key: `/v1/users`. */
export function userRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/users', async (c) => {
    const views = await list(c.var.deps, readQuery(c, listUsers))
    return c.json(views.map((view) => present(c, view)))
  })

  app.get('/v1/users/count', async (c) => {
    const total = await count(c.var.deps, readQuery(c, countUsers))
    return c.json({ object: 'total_count', total_count: total })
  })

  app.post('/v1/users', async (c) => {
    const fields = await readBody(c, createUser)
    return c.json(present(c, await create(c.var.deps, fields)))
  })

  app.get('/v1/users/:id', async (c) => c.json(present(c, await readUser(c.var.deps, c.req.param('id')))))

  app.patch('/v1/users/:id', async (c) => {
    const fields = await readBody(c, updateUser)
    return c.json(present(c, await update(c.var.deps, { id: c.req.param('id'), fields })))
  })

  for (const [method, by] of [
    ['PATCH', 'merge'],
    ['PUT', 'replacement'],
  ] as const)
    app.on(method, '/v1/users/:id/metadata', async (c) => {
      const fields = await readBody(c, updateUserMetadata)
      return c.json(present(c, await updateMetadata(c.var.deps, { id: c.req.param('id'), fields, by })))
    })

  for (const [word, isBanned] of [
    ['ban', true],
    ['unban', false],
  ] as const) {
    app.post(`/v1/users/${word}`, async (c) => {
      const { user_ids: ids } = await readBody(c, banUsers)
      const views = await ban(c.var.deps, { ids, isBanned })
      return c.json(views.map((view) => present(c, view)))
    })

    app.post(`/v1/users/:id/${word}`, async (c) => {
      const [view] = await ban(c.var.deps, { ids: [c.req.param('id')], isBanned })
      return view ? c.json(present(c, view)) : c.notFound()
    })
  }

  for (const [word, isLocked] of [
    ['lock', true],
    ['unlock', false],
  ] as const)
    app.post(`/v1/users/:id/${word}`, async (c) =>
      c.json(present(c, await lockUser(c.var.deps, { id: c.req.param('id'), isLocked }))),
    )

  app.delete('/v1/users/:id', async (c) => {
    const id = await deleteUser(c.var.deps, c.req.param('id'))
    return c.json({ object: 'user', id, deleted: true })
  })
}

const present = (c: AppContext, view: UserView) =>
  presentBackendUser(c.var.deps, view, c.var.deps.clock.now())
