import { expect, test } from 'vitest'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

type Stream = { next(): Promise<string>; end(): Promise<void> }

/** Opens the stream of a browser and reads it event by event; what only keeps it open is passed over. */
async function listen(browser: TestBrowser): Promise<Stream> {
  const { headers, body } = await browser.fetch('/v1/client/events')
  expect(headers.get('content-type')).toBe('text/event-stream')
  expect(headers.get('cache-control')).toBe('no-store')
  const reader = (body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n')
        if (end < 0) {
          const { value, done } = await reader.read()
          if (done) return 'end'
          text += decoder.decode(value)
          continue
        }
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (block.startsWith('event: ')) return block.replace(/,"revision":\d{13}/, '')
      }
    },
    end: () => reader.cancel(),
  }
}

const told = (type: string, userId: string) =>
  `event: ${type}\ndata: ${JSON.stringify({ type, user_id: userId })}`

async function start(): Promise<{ server: TestServer; ada: Awaited<ReturnType<typeof signUp>> }> {
  const server = await createTestServer()
  return { server, ada: await signUp(server) }
}

test('S56: an open tab is told when its session is revoked elsewhere', async () => {
  const { server, ada } = await start()
  const stream = await listen(ada.browser)
  await backendOf(server).post(`/v1/sessions/${ada.sessionId}/revoke`)
  expect(await stream.next()).toBe(told('sessions.changed', ada.userId))
  expect((await ada.browser.get('/v1/me')).status).toBe(401)
  await stream.end()
})

test('a sign-in in another browser reaches the open tab', async () => {
  const { server, ada } = await start()
  const stream = await listen(ada.browser)
  await signInElsewhere(server, { address: ada.address, password: ada.password })
  expect(await stream.next()).toBe(told('sessions.changed', ada.userId))
  await stream.end()
})

test('a change of the profile in another browser reaches the open tab, without what was changed', async () => {
  const { server, ada } = await start()
  const other = await signInElsewhere(server, { address: ada.address, password: ada.password })
  const stream = await listen(ada.browser)
  await other.browser.patch('/v1/me', { first_name: 'Ada' })
  expect(await stream.next()).toBe(told('user.updated', ada.userId))
  await stream.end()
})

test('S68: nobody hears of others', async () => {
  const { server, ada } = await start()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const stream = await listen(eve.browser)
  await ada.browser.patch('/v1/me', { first_name: 'Ada' })
  await eve.browser.patch('/v1/me', { first_name: 'Eve' })
  expect(await stream.next()).toBe(told('user.updated', eve.userId))
  await stream.end()
})

test('where nobody is signed in there is nothing to wait for', async () => {
  const { server } = await start()
  expect((await server.browser().fetch('/v1/client/events')).status).toBe(204)
})

test('a browser holds few streams: of too many the oldest ends', async () => {
  const { ada } = await start()
  const streams: Stream[] = []
  for (let count = 0; count < 5; count++) streams.push(await listen(ada.browser))
  expect(await streams[0]?.next()).toBe('end')
  await ada.browser.patch('/v1/me', { first_name: 'Ada' })
  expect(await streams[4]?.next()).toBe(told('user.updated', ada.userId))
  for (const stream of streams.slice(1)) await stream.end()
})
