import type { Client } from 'pg'
import type { Events, ServerEvent } from '../ports/events.ts'
import type { Logger } from '../ports/logger.ts'
import { createMemoryEvents } from '../ports/memory-events.ts'

const channel = 'usher_events'
const longestPause = 30_000

/**
 * Events across the processes of one PostgreSQL database, by LISTEN and NOTIFY. They are hints: while the connection is
 * down they reach this process only, and open tabs ask again when they are looked at.
 */
export function createPostgresEvents(url: string, log: Logger): Events {
  const local = createMemoryEvents()
  let client: Client | null = null
  let isClosed = false
  let pause = 1000

  async function connect(): Promise<void> {
    const { default: pg } = await import('pg')
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    next.on('notification', ({ payload }) => {
      const event = readEvent(payload)
      if (event) local.publish(event)
    })
    next.on('error', () => {})
    next.on('end', () => reconnect(next))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
      pause = 1000
      if (isClosed) await next.end()
    } catch (error) {
      log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'events do not reach other processes',
      )
      await next.end().catch(() => undefined)
      reconnect(next)
    }
  }

  const waiting = new WeakSet<Client>()
  function reconnect(gone: Client): void {
    if (client === gone) client = null
    if (isClosed || waiting.has(gone)) return
    waiting.add(gone)
    setTimeout(() => void (isClosed || connect()), pause).unref()
    pause = Math.min(pause * 2, longestPause)
  }

  // With the first use, by when the server has found the database alive.
  let connected: Promise<void> | null = null
  return {
    publish(event) {
      connected ??= connect()
      const sent = client?.query('select pg_notify($1, $2)', [channel, JSON.stringify(event)])
      // A notification comes back to its own process too.
      if (sent) sent.catch(() => local.publish(event))
      else local.publish(event)
    },
    subscribe(listener) {
      connected ??= connect()
      return local.subscribe(listener)
    },
    async close() {
      isClosed = true
      await connected
      await client?.end()
      await local.close()
    },
  }
}

const types: readonly string[] = [
  'user.updated',
  'user.deleted',
  'sessions.changed',
] satisfies ServerEvent['type'][]

function readEvent(payload: string | undefined): ServerEvent | null {
  try {
    const { type, userId } = JSON.parse(payload ?? '')
    return types.includes(type) && typeof userId === 'string' ? { type, userId } : null
  } catch {
    return null
  }
}
