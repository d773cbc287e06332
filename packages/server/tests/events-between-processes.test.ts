import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createPostgresDialect } from '../src/node/postgres-dialect.ts'
import { createPostgresEvents } from '../src/node/postgres-events.ts'
import type { Events, ServerEvent } from '../src/ports/events.ts'
import { createMemoryEvents } from '../src/ports/memory-events.ts'
import { createTestDatabase } from './support/test-server.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const event: ServerEvent = { type: 'user.updated', userId: 'user_1' }

/** Two processes on one PostgreSQL; on SQLite there is only one process, which both names stand for. */
async function openTwo(): Promise<{ one: Events; two: Events; url: string | undefined }> {
  const { url } = await createTestDatabase()
  const one = url ? createPostgresEvents(url, log) : createMemoryEvents()
  const two = url ? createPostgresEvents(url, log) : one
  onTestFinished(async () => {
    await Promise.all([one.close(), two.close()])
  })
  return { one, two, url }
}

function hear(events: Events): ServerEvent[] {
  const heard: ServerEvent[] = []
  events.subscribe((given) => heard.push(given))
  return heard
}

/** Publishes until it is heard: a connection may still be on its way. */
const published = (from: Events, heard: ServerEvent[]) =>
  vi.waitFor(
    async () => {
      from.publish(event)
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(heard).toContainEqual(event)
    },
    { timeout: 15_000 },
  )

test('what one process changes is told by the others, and by itself', async () => {
  const { one, two } = await openTwo()
  const [own, others] = [hear(one), hear(two)]
  await published(one, others)
  expect(own).toContainEqual(event)
  await published(two, own)
})

test('nobody hears anything after the end of a subscription', async () => {
  const { one, two } = await openTwo()
  const others = hear(two)
  const gone: ServerEvent[] = []
  const stop = two.subscribe((given) => gone.push(given))
  stop()
  await published(one, others)
  expect(gone).toEqual([])
})

test('a connection that breaks is made again', async () => {
  const { one, two, url } = await openTwo()
  const others = hear(two)
  hear(one)
  await published(one, others)
  if (url) await breakConnections(url)
  others.length = 0
  await published(one, others)
})

async function breakConnections(url: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: await createPostgresDialect(url) })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'`.execute(db)
  await db.destroy()
}
