import type { Hono } from 'hono'
import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../context.ts'
import { requireSession } from '../require-session.ts'
import { respond } from '../respond.ts'

/** Said to whoever wants to make an organization. */
export const noOrganizations = (): ApiError =>
  new ApiError('feature_not_enabled', {
    longMessage: 'This server keeps accounts of people, and no organizations.',
  })

/**
 * Organizations are not kept. Clients that ask for those of a person get empty lists, because real ones block a page in
 * development otherwise; nobody can make one.
 */
export function organizationRoutes(app: Hono<AppEnv>): void {
  for (const list of ['organization_memberships', 'organization_invitations', 'organization_suggestions'])
    app.get(`/v1/me/${list}`, async (c) => {
      await requireSession(c)
      return respond(c, { data: [], total_count: 0 })
    })

  app.post('/v1/organizations', async (c) => {
    await requireSession(c)
    throw noOrganizations()
  })
}
