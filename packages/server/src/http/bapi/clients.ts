import { listClients, verifyClient } from '@usher/protocol'
import type { Hono } from 'hono'
import {
  type ClientWithSessions,
  listClients as list,
  readClient,
  verifyClient as verify,
} from '../../usecases/read-clients.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentBackendClient } from '../presenters/client.ts'
import { readBody, readQuery } from '../read-input.ts'

/** Browsers, for a backend with a secret key: `/v1/clients`. */
export function backendClientRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/clients', async (c) => {
    const { paginated, ...part } = readQuery(c, listClients)
    const { clients, total } = await list(c.var.deps, part)
    const data = clients.map((client) => present(c, client))
    return c.json(paginated ? { data, total_count: total } : data)
  })

  app.post('/v1/clients/verify', async (c) => {
    const { token } = await readBody(c, verifyClient)
    return c.json(present(c, await verify(c.var.deps, token)))
  })

  app.get('/v1/clients/:id', async (c) => c.json(present(c, await readClient(c.var.deps, c.req.param('id')))))
}

const present = (c: AppContext, client: ClientWithSessions) =>
  presentBackendClient(client, c.var.deps.clock.now())
