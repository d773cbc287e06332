import { createTestServer, type TestBrowser } from '@usher/testing'
import { expect, vi } from 'vitest'
import { createClerk } from '../src/clerk/create-clerk.ts'
import type { Clerk, ClerkOptions } from '../src/clerk/types.ts'

export const ada = { emailAddress: 'ada@example.com', password: 'correct horse battery staple' }
export const grace = { emailAddress: 'grace@example.com', password: 'another horse battery staple' }

export type Server = Awaited<ReturnType<typeof createTestServer>>
export type World = Awaited<ReturnType<typeof openWorld>>

/** A real server, and the clock of this process on the server's. */
export async function openWorld(settings: Parameters<typeof createTestServer>[0] = {}) {
  const server = await createTestServer(settings)
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
  return worldOf(server)
}

function worldOf(server: Server) {
  const opened: Clerk[] = []
  const world = {
    server,
    /** A page of a browser: what it asked, where it went, and a network that can fail. */
    open(browser: TestBrowser = server.browser(), more: Partial<ClerkOptions> = {}) {
      const requests: string[] = []
      const streams: { asked: number; opened: number; open: ReadableStreamDefaultController<Uint8Array>[] } =
        {
          asked: 0,
          opened: 0,
          open: [],
        }
      const went: string[] = []
      const network: {
        answer: 'all' | 'none' | { path: string; status: number }
        /** What requests wait for before they leave. */
        hold: Promise<void> | null
      } = { answer: 'all', hold: null }
      const clerk = createClerk({
        publishableKey: server.publishableKey,
        standardBrowser: false,
        routerPush: (to: string) => void went.push(to),
        fetch: async (input, init) => {
          const url = new URL(String(input))
          const isStream = url.pathname.endsWith('/events')
          if (isStream) streams.asked += 1
          else requests.push(`${url.searchParams.get('_method') ?? init?.method} ${url.pathname}`)
          const { answer, hold } = network
          if (hold) await hold
          if (answer === 'none') throw new TypeError('Failed to fetch')
          if (typeof answer === 'object' && url.pathname.startsWith(answer.path))
            return new Response(answer.status === 204 ? null : '{"errors":[]}', { status: answer.status })
          const response = await browser.fetch(input as string, init)
          if (!isStream || !response.body) return response
          streams.opened += 1
          return breakable(response, streams.open, init?.signal)
        },
        ...more,
      })
      opened.push(clerk)
      return {
        clerk,
        requests,
        went,
        network,
        browser,
        /** How many streams of events were opened. */
        opened: () => streams.opened,
        askedForEvents: () => streams.asked,
        breakStreams() {
          for (const controller of streams.open.splice(0)) controller.error(new TypeError('network error'))
        },
      }
    },
    advance(milliseconds: number) {
      server.clock.advance(milliseconds)
      vi.setSystemTime(server.clock.now())
    },
    /** Signs up to the end, but does not make the new session the active one. */
    async complete({ clerk }: { clerk: Clerk }, person = ada) {
      await clerk.load()
      await clerk.client!.signUp.create(person)
      await clerk.client!.signUp.prepareEmailAddressVerification({ strategy: 'email_code' })
      const code = server.inbox.code(person.emailAddress)
      const done = await clerk.client!.signUp.attemptEmailAddressVerification({ code })
      expect(done.status).toBe('complete')
      return done.createdSessionId!
    },
    async signUp(page: { clerk: Clerk }, person = ada) {
      const session = await world.complete(page, person)
      await page.clerk.setActive({ session })
      return session
    },
    async close() {
      for (const clerk of opened) clerk.__internal.destroy()
      for (const cookie of document.cookie.split('; ')) {
        // biome-ignore lint/suspicious/noDocumentCookie: the page's cookies are what is cleaned up
        document.cookie = `${cookie.split('=')[0]}=; Path=/; Max-Age=0`
      }
      vi.useRealTimers()
      await server.close()
    },
  }
  return world
}

/** The same answer over a connection that can break, and that ends when nobody wants it any more. */
function breakable(
  { status, headers, body }: Response,
  open: ReadableStreamDefaultController<Uint8Array>[],
  signal?: AbortSignal | null,
): Response {
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      open.push(controller)
      signal?.addEventListener('abort', () => {
        void reader.cancel()
        controller.error(signal.reason)
      })
    },
    async pull(controller) {
      const { value, done } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  })
  return new Response(stream, { status, headers })
}
