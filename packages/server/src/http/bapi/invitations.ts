import { createInvitation, listInvitations } from '@usher/protocol'
import type { Hono } from 'hono'
import { createInvitations } from '../../usecases/create-invitations.ts'
import { forgetInvitation, revokeInvitation } from '../../usecases/end-invitation.ts'
import { listInvitations as list } from '../../usecases/list-invitations.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentInvitation } from '../presenters/invitation.ts'
import { readBody, readList, readQuery } from '../read-input.ts'

/** Asking people by mail to make an account: `/v1/invitations`. */
export function invitationRoutes(app: Hono<AppEnv>): void {
  app.post('/v1/invitations', async (c) => {
    const [created] = await create(c, [await readBody(c, createInvitation)])
    return c.json(created)
  })

  app.post('/v1/invitations/bulk', async (c) =>
    c.json(await create(c, await readList(c, createInvitation, 10))),
  )

  app.get('/v1/invitations', async (c) => {
    const { paginated, order_by: orderBy, ...query } = readQuery(c, listInvitations)
    const { invitations, total } = await list(c.var.deps, { ...query, orderBy })
    const data = invitations.map((invitation) => presentInvitation(c.var.deps, { invitation }))
    return c.json(paginated ? { data, total_count: total } : data)
  })

  app.post('/v1/invitations/:id/revoke', async (c) => {
    const invitation = await revokeInvitation(c.var.deps, c.req.param('id'))
    return c.json(presentInvitation(c.var.deps, { invitation }))
  })

  app.delete('/v1/invitations/:id', async (c) => {
    const id = c.req.param('id')
    await forgetInvitation(c.var.deps, id)
    return c.json({ object: 'invitation', id, deleted: true })
  })
}

async function create(c: AppContext, fields: Parameters<typeof createInvitations>[1]) {
  const created = await createInvitations(c.var.deps, fields)
  return created.map((one) => presentInvitation(c.var.deps, one))
}
