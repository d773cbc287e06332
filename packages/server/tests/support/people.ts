import type { TestBrowser, TestServer } from '../../src/testing/index.ts'

/** Somebody with an account, in the browser in which they signed up. */
export type Person = {
  browser: TestBrowser
  address: string
  password: string
  userId: string
  sessionId: string
  /** Id of the address they signed up with. */
  addressId: string
}

export const goodPassword = 'correct horse battery staple'

/** Signs somebody up, with a verified address, the way a browser does it. */
export async function signUp(
  server: TestServer,
  fields: Record<string, unknown> & { email_address?: string; password?: string } = {},
  browser = server.browser(),
): Promise<Person> {
  const { email_address: address = 'ada@example.com', password = goodPassword, ...others } = fields
  const given = { email_address: address, password, ...others }
  const created = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${created.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const code = server.inbox.code(address)
  const done = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  const { created_user_id: userId, created_session_id: sessionId } = done.body.response
  const session = done.body.client.sessions.find(({ id }: { id: string }) => id === sessionId)
  return { browser, address, password, userId, sessionId, addressId: session.user.primary_email_address_id }
}

/** Signs a person in on one more browser. */
export async function signInElsewhere(
  server: TestServer,
  { address, password }: Pick<Person, 'address' | 'password'>,
  browser = server.browser(),
): Promise<{ browser: TestBrowser; sessionId: string }> {
  const answer = await browser.post('/v1/client/sign_ins', { identifier: address, password })
  if (answer.body.response?.status !== 'complete')
    throw new Error(`the sign-in failed: ${JSON.stringify(answer.body)}`)
  return { browser, sessionId: answer.body.response.created_session_id }
}

/** Adds an address and verifies it with the code that is mailed to it; returns its id. */
export async function addAddress(server: TestServer, browser: TestBrowser, address: string): Promise<string> {
  const added = await browser.post('/v1/me/email_addresses', { email_address: address })
  const path = `/v1/me/email_addresses/${added.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  await browser.post(`${path}/attempt_verification`, { code: server.inbox.code(address) })
  return added.body.response.id
}
