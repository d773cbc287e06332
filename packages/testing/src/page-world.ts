import {
  createPageServer,
  type TestBrowser,
  type TestServer,
  type TestServerOptions,
} from '@usher/server/browser'

/** What a story or component test is told to begin with. */
export type PageSituation = TestServerOptions & {
  /** Brings the server and the browser to where the story begins, before anything is drawn. */
  arrange?: ((world: PageWorld) => Promise<unknown>) | undefined
}

/** A network that can be made slow, broken or absent. */
export type PageNetwork = { isOffline: boolean; status: number | null; delay: number }

/** A server of its own inside the page, the browser that shows the story, and the network between them. */
export type PageWorld = {
  server: TestServer
  browser: TestBrowser
  network: PageNetwork
  /** For a client: goes to the server through the network, with the cookies of the browser. */
  fetch: typeof fetch
  /** Makes an account with a verified address, as a person does by signing up; in this browser unless told. */
  signUp: (emailAddress?: string, browser?: TestBrowser) => Promise<void>
  /** Signs in with the password of every account here. */
  signIn: (emailAddress?: string, browser?: TestBrowser) => Promise<void>
}

export const emailAddress = 'ada@example.com'
export const password = 'correct horse battery staple'

/** Starts the world of one story: a few milliseconds once the page has loaded SQLite. */
export async function createPageWorld({ arrange, ...options }: PageSituation = {}): Promise<PageWorld> {
  const server = await createPageServer(options)
  const browser = server.browser({ userAgent: navigator.userAgent, ipAddress: '203.0.113.9' })
  const network: PageNetwork = { isOffline: false, status: null, delay: 0 }
  const world: PageWorld = {
    server,
    browser,
    network,
    fetch: throughNetwork(browser, network),
    signUp: (address = emailAddress, on = browser) => signUp(server, on, address),
    signIn: async (address = emailAddress, on = browser) => {
      await on.post('/v1/client/sign_ins', { identifier: address, password })
    },
  }
  await arrange?.(world)
  return world
}

function throughNetwork(browser: TestBrowser, network: PageNetwork): typeof fetch {
  return async (input, init) => {
    await new Promise((resolve) => setTimeout(resolve, network.delay))
    if (network.isOffline) throw new TypeError('Failed to fetch')
    if (network.status !== null) return new Response('{"errors":[]}', { status: network.status })
    return browser.fetch(input, init)
  }
}

async function signUp(server: TestServer, browser: TestBrowser, address: string): Promise<void> {
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: address, password })
  const path = `/v1/client/sign_ups/${body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  await browser.post(`${path}/attempt_verification`, {
    strategy: 'email_code',
    code: server.inbox.code(address),
  })
}
