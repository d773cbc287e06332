import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { goodPassword } from './people.ts'

/** An attempt to sign up or in that a browser has begun. */
export type Attempt = { id: string; path: string }

export const strategy = 'email_code'

/** Begins a sign-up; with an address and a password unless the fields say otherwise. */
export async function beginSignUp(
  browser: TestBrowser,
  fields: Record<string, unknown> = {},
): Promise<Attempt> {
  const given = { email_address: 'ada@example.com', password: goodPassword, ...fields }
  const { status, body } = await browser.post('/v1/client/sign_ups', given)
  if (status !== 200) throw new Error(`the sign-up did not begin: ${JSON.stringify(body)}`)
  return { id: body.response.id, path: `/v1/client/sign_ups/${body.response.id}` }
}

/** Begins a sign-in with an identifier. */
export async function beginSignIn(browser: TestBrowser, identifier = 'ada@example.com'): Promise<Attempt> {
  const { status, body } = await browser.post('/v1/client/sign_ins', { identifier })
  if (status !== 200) throw new Error(`the sign-in did not begin: ${JSON.stringify(body)}`)
  return { id: body.response.id, path: `/v1/client/sign_ins/${body.response.id}` }
}

export const prepareSignUp = (browser: TestBrowser, { path }: Attempt) =>
  browser.post(`${path}/prepare_verification`, { strategy })

export const attemptSignUp = (browser: TestBrowser, { path }: Attempt, code: string) =>
  browser.post(`${path}/attempt_verification`, { strategy, code })

export const prepareSignIn = (browser: TestBrowser, { path }: Attempt, given: string = strategy) =>
  browser.post(`${path}/prepare_first_factor`, { strategy: given })

export const attemptSignIn = (
  browser: TestBrowser,
  { path }: Attempt,
  code: string,
  given: string = strategy,
) => browser.post(`${path}/attempt_first_factor`, { strategy: given, code })

/** A code that is not the given one. */
export const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000')

/** The newest code that was sent somewhere; a wrong one when there was none. */
export function codeFor(server: TestServer, to: string): string {
  try {
    return server.inbox.code(to)
  } catch {
    return '000000'
  }
}
