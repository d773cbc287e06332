import { decodeJwt } from 'jose'
import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { attemptSignIn, beginSignIn, prepareSignIn } from './attempts.ts'
import { backendOf } from './backend.ts'
import type { Person } from './people.ts'

/** Signs a person in on one more browser with a code by mail. */
export async function signInByCode(
  server: TestServer,
  address: string,
  browser = server.browser(),
): Promise<TestBrowser> {
  const attempt = await beginSignIn(browser, address)
  await prepareSignIn(browser, attempt)
  await attemptSignIn(browser, attempt, server.inbox.code(address))
  return browser
}

/** What a browser has to do before its session counts, and what the token of that session says. */
export async function stateOf(browser: TestBrowser) {
  const { sessions } = (await browser.get('/v1/client')).body.response
  const { id, status, tasks, last_active_token: token } = sessions.at(-1)
  const issued = await browser.post(`/v1/client/sessions/${id}/tokens`)
  return {
    status,
    tasks: tasks?.map(({ key }: { key: string }) => key) ?? null,
    token: [decodeJwt(token.jwt).sts, decodeJwt(issued.body.jwt).sts].join(),
  }
}

export const active = { status: 'active', tasks: null, token: 'active,active' }

export const waitingFor = (...tasks: string[]) => ({ status: 'pending', tasks, token: 'pending,pending' })

export const callCompromised = (server: TestServer, { userId }: Pick<Person, 'userId'>) =>
  backendOf(server).post(`/v1/users/${userId}/password/set_compromised`)

export const choosePassword = (browser: TestBrowser, password: string, fields = {}) =>
  browser.post('/v1/me/change_password', { new_password: password, ...fields })
