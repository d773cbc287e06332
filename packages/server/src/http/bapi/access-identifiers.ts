import {
  createAllowlistIdentifier,
  createBlocklistIdentifier,
  listAllowlistIdentifiers,
} from '@usher/protocol'
import type { Hono } from 'hono'
import {
  addAccessIdentifier,
  listAccessIdentifiers,
  removeAccessIdentifier,
} from '../../usecases/access-identifiers.ts'
import type { AppEnv } from '../context.ts'
import { presentAccessIdentifier } from '../presenters/access-identifier.ts'
import { readBody, readQuery } from '../read-input.ts'

/** Who is let in and who is not: `/v1/allowlist_identifiers` and `/v1/blocklist_identifiers`. */
export function accessIdentifierRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/allowlist_identifiers', async (c) => {
    const { paginated, ...page } = readQuery(c, listAllowlistIdentifiers)
    const { rows, total } = await listAccessIdentifiers(c.var.deps, 'allow', page)
    const data = rows.map((row) => presentAccessIdentifier(c.var.deps, row))
    return c.json(paginated ? { data, total_count: total } : data)
  })

  app.post('/v1/allowlist_identifiers', async (c) => {
    const { identifier, notify } = await readBody(c, createAllowlistIdentifier)
    const input = { list: 'allow' as const, identifier, notifies: notify ?? false }
    return c.json(presentAccessIdentifier(c.var.deps, await addAccessIdentifier(c.var.deps, input)))
  })

  app.get('/v1/blocklist_identifiers', async (c) => {
    const { rows, total } = await listAccessIdentifiers(c.var.deps, 'block')
    const data = rows.map((row) => presentAccessIdentifier(c.var.deps, row))
    return c.json({ data, total_count: total })
  })

  app.post('/v1/blocklist_identifiers', async (c) => {
    const { identifier } = await readBody(c, createBlocklistIdentifier)
    const row = await addAccessIdentifier(c.var.deps, { list: 'block', identifier })
    return c.json(presentAccessIdentifier(c.var.deps, row))
  })

  for (const list of ['allow', 'block'] as const)
    app.delete(`/v1/${list}list_identifiers/:id`, async (c) => {
      const id = c.req.param('id')
      await removeAccessIdentifier(c.var.deps, list, id)
      return c.json({ object: `${list}list_identifier`, id, deleted: true })
    })
}
