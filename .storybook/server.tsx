import { type Clerk, createClerk } from '@usher/client'
import {
  createPageServer,
  type TestBrowser,
  type TestServer,
  type TestServerOptions,
} from '@usher/testing/page'

/** What a story is told to begin with. */
export type Situation = {
  /** What the instance allows; the defaults of a server otherwise. */
  settings?: TestServerOptions['settings']
  /** Rate limits are off unless a story is about them. */
  limits?: boolean
  /** Brings the server and the browser to where the story begins, before anything is drawn. */
  arrange?: (world: World) => Promise<unknown>
}

/** Everything that a story may act on: a server of its own inside the page, and the browser that shows it. */
export type World = {
  server: TestServer
  browser: TestBrowser
  clerk: Clerk
  network: Network
  /** Makes an account with a verified address, as a person does by signing up; in this browser unless told. */
  signUp: (emailAddress?: string, browser?: TestBrowser) => Promise<void>
  /** Signs in with the password of every account here. */
  signIn: (emailAddress?: string, browser?: TestBrowser) => Promise<void>
  /** Where the app was led, the last one at the end. */
  visited: string[]
}

export type Network = { isOffline: boolean; status: number | null; delay: number }

export const emailAddress = 'ada@example.com'
export const password = 'correct horse battery staple'

/** Starts the world of one story. */
export async function startWorld({ arrange, ...options }: Situation): Promise<World> {
  const server = await createPageServer(options)
  const browser = server.browser({ userAgent: navigator.userAgent, ipAddress: '203.0.113.9' })
  const network: Network = { isOffline: false, status: null, delay: 0 }
  const visited: string[] = []
  const route = (to: string) => visited.push(to)
  const clerk = createClerk({
    publishableKey: server.publishableKey,
    fetch: throughNetwork(browser, network),
    standardBrowser: false,
    signInUrl: '/sign-in',
    signUpUrl: '/sign-up',
    userProfileUrl: '/profile',
    routerPush: route,
    routerReplace: route,
  })
  const world: World = {
    server,
    browser,
    clerk,
    network,
    visited,
    signUp: (address = emailAddress, on = browser) => signUp(server, on, address),
    signIn: async (address = emailAddress, on = browser) => {
      await on.post('/v1/client/sign_ins', { identifier: address, password })
    },
  }
  await arrange?.(world)
  return world
}

function throughNetwork(browser: TestBrowser, network: Network): typeof fetch {
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
