import type { Hono } from 'hono'
import { limit, limits } from '../../limits/limit.ts'
import type { ServerEvent } from '../../ports/events.ts'
import { watchClient } from '../../usecases/watch-client.ts'
import type { AppEnv } from '../context.ts'
import { nextRevision } from '../presenters/client.ts'

// Proxies close what is silent for a minute.
const heartbeat = 25_000
const mostStreams = 4

/**
 * Tells open tabs that something changed, so that they ask again: `GET /v1/client/events`, as server-sent events that
 * carry a type, the id of a user, and a revision: a client that was read later knows it already. 204 where nobody is signed in, which an EventSource takes for the end. Ours, beside
 * the protocol.
 */
export function eventRoutes(app: Hono<AppEnv>): void {
  const open = new Map<string, (() => void)[]>()

  app.get('/v1/client/events', async (c) => {
    const { client, deps } = c.var
    limit(c.var, limits.openEvents)
    // Of HEAD nobody would ever end the stream.
    if (!client || c.req.method === 'HEAD') return c.body(null, 204)
    const stream = createEventStream()
    const stop = await watchClient(deps, client, (event) =>
      stream.send(event, nextRevision(deps.clock.now())),
    )
    if (!stop) return c.body(null, 204)
    const others = open.get(client.id) ?? []
    // One stream serves a whole browser: of too many the oldest ends.
    if (others.length >= mostStreams) others.shift()?.()
    open.set(client.id, [...others, stream.close])
    stream.onEnd(() => {
      stop()
      const left = (open.get(client.id) ?? []).filter((close) => close !== stream.close)
      if (left.length > 0) open.set(client.id, left)
      else open.delete(client.id)
    })
    return c.body(stream.body, 200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  })
}

function createEventStream() {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let atEnd = () => {}
  let timer: ReturnType<typeof setInterval> | undefined
  const end = () => {
    if (!controller) return
    controller = null
    clearInterval(timer)
    atEnd()
  }
  const write = (text: string) => controller?.enqueue(encoder.encode(text))
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
      write('retry: 2000\n\n')
      timer = setInterval(() => write(': still here\n\n'), heartbeat)
    },
    cancel: end,
  })
  return {
    body,
    send: ({ type, userId }: ServerEvent, revision: number) =>
      write(`event: ${type}\ndata: ${JSON.stringify({ type, user_id: userId, revision })}\n\n`),
    close() {
      controller?.close()
      end()
    },
    onEnd(run: () => void) {
      atEnd = run
    },
  }
}
