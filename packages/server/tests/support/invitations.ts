import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { goodPassword } from './people.ts'

export const signUpPage = 'http://localhost:5173/sign-up'
export const signUps = '/v1/client/sign_ups'

/** The ticket in the newest mail to an address. */
export const mailedTicket = (server: TestServer, address: string): string =>
  new URL(server.inbox.link(address)).searchParams.get('ticket') ?? ''

/** Signs up with a ticket and a password. */
export const accept = (browser: TestBrowser, ticket: string, fields = {}) =>
  browser.post(signUps, { strategy: 'ticket', ticket, password: goodPassword, ...fields })
