import type { Hono } from 'hono'
import { disconnectAccount } from '../../usecases/external-accounts.ts'
import type { AppEnv } from '../context.ts'

/** Accounts of people at providers, for a backend: `/v1/users/{id}/external_accounts/{external_account_id}`. */
export function backendExternalAccountRoutes(app: Hono<AppEnv>): void {
  app.delete('/v1/users/:userId/external_accounts/:id', async (c) => {
    const chosen = { userId: c.req.param('userId'), id: c.req.param('id') }
    return c.json({
      object: 'external_account',
      id: await disconnectAccount(c.var.deps, chosen),
      deleted: true,
    })
  })
}
