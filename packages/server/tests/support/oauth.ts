import type { InstanceSettings } from '@usher/protocol'
import { afterAll } from 'vitest'
import {
  createTestProvider as createProvider,
  type TestBrowser,
  type TestProvider,
  type TestProviderOptions,
  type TestServerOptions,
} from '../../src/testing/index.ts'
import { createTestServer } from './test-server.ts'

export const strategy = 'oauth_custom_acme'
export const callbackPage = 'http://localhost:5173/sso-callback'
export const homePage = 'http://localhost:5173/home'

export const ada = {
  email: 'ada@example.com',
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Lovelace',
}

const opened: TestProvider[] = []

afterAll(async () => {
  for (const provider of opened.splice(0)) await provider.close()
})

/** A provider that is gone when the test file has ended. */
export async function createTestProvider(options: TestProviderOptions = {}): Promise<TestProvider> {
  const provider = await createProvider({ accounts: { ada }, ...options })
  opened.push(provider)
  return provider
}

/** A server and a provider whose accounts people sign in with. */
export async function createOAuthWorld({
  settings = {},
  provider: options,
  ...others
}: TestServerOptions & { settings?: Partial<InstanceSettings>; provider?: TestProviderOptions } = {}) {
  const provider = await createTestProvider(options)
  const server = await createTestServer({
    ...others,
    settings: { ...settings, oauth: { acme: provider.settings, ...settings.oauth } },
  })
  return { provider, server }
}

export const pages = { redirect_url: callbackPage, action_complete_redirect_url: homePage }

export type BegunAt = 'sign_ins' | 'sign_ups'

/** Begins to sign up or in with an account of a provider; returns the attempt and the address at the provider. */
export async function begin(browser: TestBrowser, at: BegunAt, fields: Record<string, unknown> = {}) {
  const answer = await browser.post(`/v1/client/${at}`, { strategy, ...pages, ...fields })
  const attempt = answer.body.response
  const verification = verificationOf(attempt)
  return {
    answer,
    id: attempt?.id,
    path: `/v1/client/${at}/${attempt?.id}`,
    url: verification?.external_verification_redirect_url,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: an answer of the wire
export const verificationOf = (attempt: any) =>
  attempt?.first_factor_verification ?? attempt?.verifications?.external_account

/** Comes back from the provider; resolves to where that leads. */
export async function comeBack(browser: TestBrowser, callback: string) {
  const { pathname, search } = new URL(callback)
  const answer = await browser.fetch(`${pathname}${search}`)
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

/** The whole way to a provider and back. */
export async function walk(
  { provider, browser }: { provider: TestProvider; browser: TestBrowser },
  at: BegunAt,
  account: string | null = 'ada',
) {
  const begun = await begin(browser, at)
  const back = await comeBack(browser, await provider.visit(begun.url, account))
  const { body } = await browser.get('/v1/client')
  return { ...begun, ...back, client: body.response }
}
