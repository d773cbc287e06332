import { createWaitlistEntry, inviteWaitlistEntry, listWaitlistEntries } from '@usher/protocol'
import type { Hono } from 'hono'
import { joinWaitlist } from '../../usecases/join-waitlist.ts'
import {
  forgetWaiting,
  inviteFromWaitlist,
  listWaitlist,
  rejectFromWaitlist,
  viewOf,
} from '../../usecases/settle-waitlist.ts'
import type { AppContext, AppEnv } from '../context.ts'
import { presentWaitlistEntry } from '../presenters/waitlist-entry.ts'
import { readBody, readList, readQuery } from '../read-input.ts'

/** Those who wait for an invitation: `/v1/waitlist_entries`. */
export function waitlistEntryRoutes(app: Hono<AppEnv>): void {
  app.get('/v1/waitlist_entries', async (c) => {
    const { order_by: orderBy, ...query } = readQuery(c, listWaitlistEntries)
    const { views, total } = await listWaitlist(c.var.deps, { ...query, orderBy })
    return c.json({
      data: views.map((view) => presentWaitlistEntry(c.var.deps, view)),
      total_count: total,
    })
  })

  app.post('/v1/waitlist_entries', async (c) => {
    const [entry] = await join(c, [await readBody(c, createWaitlistEntry)])
    return c.json(entry)
  })

  app.post('/v1/waitlist_entries/bulk', async (c) =>
    c.json(await join(c, await readList(c, createWaitlistEntry, 50))),
  )

  app.post('/v1/waitlist_entries/:id/invite', async (c) => {
    const { ignore_existing } = await readBody(c, inviteWaitlistEntry)
    const input = { id: c.req.param('id'), ignoreExisting: ignore_existing ?? false }
    return c.json(presentWaitlistEntry(c.var.deps, await inviteFromWaitlist(c.var.deps, input)))
  })

  app.post('/v1/waitlist_entries/:id/reject', async (c) =>
    c.json(presentWaitlistEntry(c.var.deps, await rejectFromWaitlist(c.var.deps, c.req.param('id')))),
  )

  app.delete('/v1/waitlist_entries/:id', async (c) => {
    const id = c.req.param('id')
    await forgetWaiting(c.var.deps, id)
    return c.json({ object: 'waitlist_entry', id, deleted: true })
  })
}

async function join(c: AppContext, fields: Parameters<typeof joinWaitlist>[1]) {
  const { deps } = c.var
  const entries = await joinWaitlist(deps, fields)
  const views = await Promise.all(entries.map((entry) => viewOf(deps.db, entry)))
  return views.map((view) => presentWaitlistEntry(deps, view))
}
