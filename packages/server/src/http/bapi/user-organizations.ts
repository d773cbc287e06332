import { listOrganizations } from '@usher/protocol'
import type { Hono } from 'hono'
import { readUser } from '../../usecases/read-user.ts'
import type { AppEnv } from '../context.ts'
import { noOrganizations } from '../fapi/organizations.ts'
import { readQuery } from '../read-input.ts'

/** Nobody belongs to an organization here: lists that real backends ask for, and that are empty; nobody can make one. */
export function userOrganizationRoutes(app: Hono<AppEnv>): void {
  for (const list of ['organization_memberships', 'organization_invitations'])
    app.get(`/v1/users/:id/${list}`, async (c) => {
      readQuery(c, listOrganizations)
      await readUser(c.var.deps, c.req.param('id'))
      return c.json({ data: [], total_count: 0 })
    })

  app.get('/v1/organizations', (c) => {
    readQuery(c, listOrganizations)
    return c.json({ data: [], total_count: 0 })
  })

  app.post('/v1/organizations', () => {
    throw noOrganizations()
  })
}
