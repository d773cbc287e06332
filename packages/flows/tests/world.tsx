import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EnvironmentJSON } from '@usher/protocol'
import { createTestServer, type TestServerOptions } from '@usher/testing'
import { type ReactNode, StrictMode, useSyncExternalStore } from 'react'
import { expect, vi } from 'vitest'
import type { Kit } from '../src/kit/kit.ts'
import { type Connection, connect } from './connection.ts'

export const ada = { emailAddress: 'ada@example.com', password: 'correct horse battery staple' }

type Account = { emailAddress: string; password?: string | undefined }

export type World = Awaited<ReturnType<typeof openWorld>>

let current: { connection: Connection; environment: EnvironmentJSON }

/** Stands in for the provider: the flows of a test read the connection of its world. */
export function useKit(): Kit {
  const { connection, environment } = current
  const client = useSyncExternalStore(connection.subscribe, connection.getResource)
  const session = connection.getClient()?.sessions[0] ?? null
  return {
    isLoaded: client !== null,
    clerk: connection.clerk,
    client,
    session,
    user: null,
    isSignedIn: session !== null,
    environment,
  }
}

/** A real server, a browser without cookies, and a person in front of it. */
export async function openWorld(options: TestServerOptions = {}) {
  const server = await createTestServer(options)
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
  const browser = server.browser()
  let connection = connect(browser)
  const { body: environment } = await browser.get('/v1/environment')
  current = { connection, environment }
  await connection.load()
  connection.requests.length = 0

  const code = (emailAddress = ada.emailAddress) => server.inbox.code(emailAddress)
  const user = userEvent.setup()
  return {
    user,
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    typeInto: (label: string, text: string) => user.type(screen.getByLabelText(label), text),
    server,
    get network() {
      return connection.network
    },
    get navigations() {
      return connection.navigations
    },
    code,
    mailCount: () => server.inbox.list().length,
    requests: (part: string) => connection.requests.filter((request) => request.includes(part)),
    show: (screen: ReactNode) => render(<StrictMode>{screen}</StrictMode>),
    /** The same browser opens the page again. */
    reload: async (screen: ReactNode) => {
      cleanup()
      connection = connect(browser)
      current = { ...current, connection }
      await connection.load()
      return render(<StrictMode>{screen}</StrictMode>)
    },
    advance: (milliseconds: number) => {
      server.clock.advance(milliseconds)
      vi.setSystemTime(server.clock.now())
    },
    /** An account that somebody made on another device. */
    createUser: async ({ emailAddress, password }: Account) => {
      const other = server.browser({ ipAddress: '203.0.113.9' })
      const created = await other.post('/v1/client/sign_ups', { email_address: emailAddress, password })
      const path = `/v1/client/sign_ups/${created.body.response.id}`
      await other.post(`${path}/prepare_verification`, { strategy: 'email_code' })
      const done = await other.post(`${path}/attempt_verification`, {
        strategy: 'email_code',
        code: code(emailAddress),
      })
      expect(done.body.response.status).toBe('complete')
    },
    /** Another tab of this browser signs in, and this one has not heard of it. */
    signInElsewhere: async ({ emailAddress, password }: Account) => {
      const answer = await browser.post('/v1/client/sign_ins', { identifier: emailAddress, password })
      expect(answer.body.response.status).toBe('complete')
    },
    signedInUser: () => connection.getClient()?.sessions[0]?.user ?? null,
    /** A request of this browser that no screen made. */
    post: async (path: string, fields: Record<string, unknown>) => (await browser.post(path, fields)).body,
    expectSignedIn: (emailAddress: string) =>
      waitFor(() => {
        expect(connection.navigations).toHaveLength(1)
        const user = connection.getClient()?.sessions[0]?.user
        expect(user?.email_addresses[0]?.email_address).toBe(emailAddress)
      }),
    close: async () => {
      cleanup()
      vi.useRealTimers()
      await server.close()
    },
  }
}
