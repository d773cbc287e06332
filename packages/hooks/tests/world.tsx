import { cleanup, render } from '@testing-library/react'
import { type Clerk, type ClerkOptions, createClerk } from '@usher/client'
import { createTestServer, type TestBrowser } from '@usher/testing'
import { act, type ReactNode, StrictMode } from 'react'
import { vi } from 'vitest'
import { ClerkProvider, type ClerkProviderProps } from '../src/provider/clerk-provider.tsx'

export const ada = { emailAddress: 'ada@example.com', password: 'correct horse battery staple' }

export type World = Awaited<ReturnType<typeof openWorld>>
type ShowProps = Omit<ClerkProviderProps, 'clerk' | 'children'>

type Settings = NonNullable<NonNullable<Parameters<typeof createTestServer>[0]>['settings']>

/** A real server, one browser, and the page that it shows. */
export async function openWorld(settings: Settings = {}) {
  const server = await createTestServer({ settings })
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
  const browser = server.browser()
  return {
    server,
    browser,
    /** A page of the browser; nothing is asked before somebody loads it. */
    open: (more: Partial<ClerkOptions> = {}) => openPage(browser, server.publishableKey, more),
    /** An account that is signed in on this browser already. */
    async signIn({ emailAddress, password } = ada) {
      const created = await browser.post('/v1/client/sign_ups', { email_address: emailAddress, password })
      const path = `/v1/client/sign_ups/${created.body.response.id}`
      await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
      const proof = { strategy: 'email_code', code: server.inbox.code(emailAddress) }
      const { body } = await browser.post(`${path}/attempt_verification`, proof)
      return body.client.sessions[0]
    },
    async close() {
      cleanup()
      vi.useRealTimers()
      window.history.replaceState(null, '', '/')
      await server.close()
    },
  }
}

function openPage(browser: TestBrowser, publishableKey: string, more: Partial<ClerkOptions>) {
  const requests: string[] = []
  const went: string[] = []
  const network: { answer: 'all' | 'none' | number } = { answer: 'all' }
  const clerk: Clerk = createClerk({
    publishableKey,
    standardBrowser: false,
    routerPush: (to) => void went.push(to),
    fetch: async (input, init) => {
      requests.push(new URL(String(input)).pathname)
      if (network.answer === 'none') throw new TypeError('Failed to fetch')
      if (network.answer !== 'all') return new Response('upstream is down', { status: network.answer })
      return browser.fetch(input as string, init)
    },
    ...more,
  })
  const around = (content: ReactNode, props: ShowProps = {}) => (
    <StrictMode>
      <ClerkProvider {...props} clerk={clerk}>
        {content}
      </ClerkProvider>
    </StrictMode>
  )
  return {
    clerk,
    requests,
    went,
    network,
    around,
    show: async (content: ReactNode, props: ShowProps = {}) => {
      const shown = render(around(content, props))
      await act(() => clerk.load())
      return shown
    },
  }
}
