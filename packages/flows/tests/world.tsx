import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type Clerk, createClerk } from '@usher/client'
import { ClerkProvider } from '@usher/hooks'
import { createTestServer, type TestBrowser, type TestServerOptions } from '@usher/testing'
import { type ReactNode, StrictMode } from 'react'
import { expect, vi } from 'vitest'

export const ada = { emailAddress: 'ada@example.com', password: 'correct horse battery staple' }

type Account = { emailAddress: string; password?: string | undefined; username?: string | undefined }

export type World = Awaited<ReturnType<typeof openWorld>>

/** A real server, a browser without cookies, and a person in front of it. */
export async function openWorld(options: TestServerOptions = {}) {
  const server = await createTestServer(options)
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
  const browser = server.browser()
  let page = await openPage(browser, server.publishableKey)
  const user = userEvent.setup()
  const code = (emailAddress = ada.emailAddress) => server.inbox.code(emailAddress)
  const show = (content: ReactNode) => render(page.around(content))

  return {
    server,
    user,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    typeInto: (label: string, text: string) => user.type(screen.getByLabelText(label), text),
    get network() {
      return page.network
    },
    /** Nothing leaves this page until what comes back is called. */
    holdNetwork: () => {
      let release = () => {}
      page.network.hold = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    get navigations() {
      return page.navigations
    },
    requests: (part: string) => page.requests.filter((request) => request.includes(part)),
    code,
    mailCount: () => server.inbox.list().length,
    show,
    /** The same browser opens the page again. */
    reload: async (content: ReactNode) => {
      cleanup()
      page = await openPage(browser, server.publishableKey)
      return show(content)
    },
    advance: (milliseconds: number) => {
      server.clock.advance(milliseconds)
      vi.setSystemTime(server.clock.now())
    },
    /** An account that somebody made on another device, which stays signed in. */
    createUser: (account: Account) => signUp(server.browser({ ipAddress: '203.0.113.9' }), account, code),
    /** An account without a password that a backend made. */
    createBackendUser: async (fields: Record<string, unknown>) => {
      const answer = await server.fetch(
        new Request(`${server.url}/v1/users`, {
          method: 'POST',
          headers: { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' },
          body: JSON.stringify({ ...fields, skip_password_requirement: true }),
        }),
      )
      expect(answer.status).toBe(200)
    },
    /** A person who is signed in on this page. */
    signIn: async (account: Account) => {
      await signUp(server.browser({ ipAddress: '203.0.113.9' }), account, code)
      await expectComplete(
        browser.post('/v1/client/sign_ins', {
          identifier: account.emailAddress,
          ...(account.password ? { password: account.password } : {}),
        }),
      )
      page = await openPage(browser, server.publishableKey)
    },
    /** Another tab of this browser signs in, and this one has not heard of it. */
    signInElsewhere: ({ emailAddress, password }: Account, on: TestBrowser = browser) =>
      expectComplete(on.post('/v1/client/sign_ins', { identifier: emailAddress, password })),
    /** A request of this browser that no screen made. */
    post: async (path: string, fields: Record<string, unknown>) => (await browser.post(path, fields)).body,
    /** This tab hears what happened elsewhere. */
    refresh: () => page.clerk.__internal.api.refresh(),
    signedInUser: () => page.clerk.user ?? null,
    sessionId: () => page.clerk.session?.id,
    expectSignedIn: (emailAddress: string) =>
      waitFor(() => {
        expect(page.navigations).toHaveLength(1)
        expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailAddress)
      }),
    close: async () => {
      cleanup()
      vi.useRealTimers()
      await server.close()
    },
  }
}

async function signUp(browser: TestBrowser, account: Account, code: (emailAddress: string) => string) {
  const { emailAddress, ...fields } = account
  const created = await browser.post('/v1/client/sign_ups', { email_address: emailAddress, ...fields })
  const path = `/v1/client/sign_ups/${created.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const proof = { strategy: 'email_code', code: code(emailAddress) }
  await expectComplete(browser.post(`${path}/attempt_verification`, proof))
}

async function expectComplete(answer: Promise<{ body: { response: { status: string } } }>) {
  expect((await answer).body.response.status).toBe('complete')
}

/** One page of a browser: what it asked the server for, where it went, and a network that can fail. */
async function openPage(browser: TestBrowser, publishableKey: string) {
  const requests: string[] = []
  const navigations: string[] = []
  const network = { isOffline: false, isBroken: false, hold: null as Promise<void> | null }
  const clerk: Clerk = createClerk({
    publishableKey,
    standardBrowser: false,
    routerPush: (to) => void navigations.push(to),
    fetch: async (input, init) => {
      const { pathname, search, searchParams } = new URL(String(input))
      requests.push(`${searchParams.get('_method') ?? init?.method} ${pathname}`)
      if (network.hold) await network.hold
      if (network.isOffline) throw new TypeError('Failed to fetch')
      if (network.isBroken) return new Response('{}', { status: 503 })
      return browser.fetch(`${pathname}${search}`, {
        method: init?.method ?? 'GET',
        ...(init?.body && (await encode(init.body))),
      })
    },
  })
  await clerk.load()
  const around = (content: ReactNode) => (
    <StrictMode>
      <ClerkProvider clerk={clerk}>{content}</ClerkProvider>
    </StrictMode>
  )
  return { clerk, requests, navigations, network, around }
}

// The document's own URLSearchParams, FormData and Blob are not those that the server's Request knows.
async function encode(body: BodyInit): Promise<RequestInit> {
  if (!(body instanceof FormData))
    return { body: String(body), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  const file = body.get('file') as File
  const bytes = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsDataURL(file)
  })
  return { body: bytes, headers: { 'content-type': 'application/octet-stream' } }
}
