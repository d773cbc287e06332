import { createClerkClient } from '@clerk/backend'
import { serve } from '@hono/node-server'
import { createTestClock, createTestServer, type TestServer } from '@usher/testing'
import { afterAll } from 'vitest'

/** A server in this process whose Backend API answers at an address, and whose clock begins now. */
export async function startServer(options: Parameters<typeof createTestServer>[0] = {}) {
  const emailAddress = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: false }
  const server = await createTestServer({
    clock: createTestClock(Date.now()),
    ...options,
    settings: { emailAddress },
  })
  const apiUrl = await new Promise<string>((resolve) => {
    const http = serve(
      { fetch: (request) => server.fetch(request), port: 0, hostname: '127.0.0.1' },
      ({ port }) => resolve(`http://127.0.0.1:${port}`),
    )
    afterAll(() => new Promise<void>((done) => http.close(() => done())).then(() => server.close()))
  })
  return { server, backend: createClerkClient({ apiUrl, secretKey: server.secretKey }) }
}

export type Backend = Awaited<ReturnType<typeof startServer>>

/** Somebody with a browser, between a page that a backend draws and the server of accounts. */
export function createVisitor({ server, backend }: Backend, page: string, frontendApi: string) {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  const options = {
    publishableKey: server.publishableKey,
    proxyUrl: frontendApi,
  }
  const ask = async (url: string, headers: Record<string, string> = {}) => {
    const document = { accept: 'text/html', 'sec-fetch-dest': 'document' }
    const request = new Request(url, { headers: { cookie: cookies(), ...document, ...headers } })
    return backend.authenticateRequest(request, options)
  }
  return {
    jar,
    keep,
    cookies,
    /** What the backend thinks of one request, before anybody is sent anywhere. */
    ask: (headers?: Record<string, string>) => ask(page, headers),
    /** Opens the page and goes wherever it is sent, as a browser does. */
    async open() {
      const steps: string[] = []
      for (let url = page; steps.length < 8; ) {
        const state = await ask(url)
        steps.push(state.status)
        keep(state.headers)
        const away = state.headers.get('location')
        if (!away) return { state, steps, url }
        url = away.startsWith(`${frontendApi}/v1/`)
          ? await visitServer(server, away, { cookies, keep })
          : away
      }
      throw new Error(`sent around in a circle: ${steps.join(', ')}`)
    },
  }
}

async function visitServer(
  server: TestServer,
  address: string,
  { cookies, keep }: { cookies: () => string; keep: (headers: Headers) => void },
): Promise<string> {
  const { pathname, search } = new URL(address)
  const request = new Request(`${server.url}${pathname}${search}`, { headers: { cookie: cookies() } })
  const answer = await server.fetch(request)
  keep(answer.headers)
  const location = answer.headers.get('location')
  if (location) return location
  throw new Error(`the handshake was refused: ${await answer.text()}`)
}
