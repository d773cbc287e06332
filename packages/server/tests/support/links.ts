import type { TestBrowser, TestServer } from '../../src/testing/index.ts'

export const page = 'http://localhost:5173/sign-in/verify?from=mail'

/** The settings of an application that uses links for everything. */
export const byLink = { emailVerifications: ['email_link' as const], emailLinkSignIn: true }

export const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

/** Reads the page behind a link, as a person does who opens it, and a scanner of mail. */
export const open = (browser: TestBrowser, link: string, method = 'GET') => browser.fetch(link, { method })

/** Presses the button of that page; resolves to where the app is told what came of it. */
export async function confirm(browser: TestBrowser, link: string) {
  const body = new URLSearchParams({ token: tokenOf(link) })
  const answer = await browser.fetch('/v1/verify', { method: 'POST', body })
  return { status: answer.status, answer, ...landing(answer) }
}

/** What the address says to which an answer leads. */
export function landing({ headers }: Response) {
  const location = headers.get('location')
  const query = location === null ? null : new URL(location).searchParams
  return { location, result: query?.get('__clerk_status'), sessionId: query?.get('__clerk_created_session') }
}

/** Begins a sign-up whose address is proved by a link; returns its path and the link. */
export async function signUpByLink(server: TestServer, browser: TestBrowser, fields = {}) {
  const given = { email_address: 'ada@example.com', password: 'correct horse battery staple', ...fields }
  const { body } = await browser.post('/v1/client/sign_ups', given)
  const path = `/v1/client/sign_ups/${body.response.id}`
  const prepared = await browser.post(`${path}/prepare_verification`, {
    strategy: 'email_link',
    redirect_url: page,
  })
  if (prepared.status !== 200) throw new Error(JSON.stringify(prepared.body))
  return { path, prepared, link: server.inbox.link(given.email_address) }
}

/** Begins a sign-in by link; returns its path and the link. */
export async function signInByLink(server: TestServer, browser: TestBrowser, address = 'ada@example.com') {
  const { body } = await browser.post('/v1/client/sign_ins', { identifier: address })
  const path = `/v1/client/sign_ins/${body.response.id}`
  const prepared = await browser.post(`${path}/prepare_first_factor`, {
    strategy: 'email_link',
    redirect_url: page,
  })
  if (prepared.status !== 200) throw new Error(JSON.stringify(prepared.body))
  return { path, prepared, link: server.inbox.link(address) }
}
