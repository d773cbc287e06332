import type { InstanceSettings } from '@usher/protocol'
import {
  createTestAuthenticator,
  type Misdeeds,
  type TestAuthenticator,
  type TestBrowser,
  type TestServer,
} from '../../src/testing/index.ts'
import { signUp } from './people.ts'
import { createTestServer } from './test-server.ts'

export const signIns = '/v1/client/sign_ins'
export const strategy = 'passkey'
/** What the server says to an answer that does not fit. */
export const refused = '422 passkey_verification_failed'

export const passkey: InstanceSettings['passkey'] = {
  enabled: true,
  rpId: '',
  allowAutofill: true,
  showSignInButton: true,
  satisfiesSecondFactor: true,
}

/** A server where people may have passkeys. */
export const start = (
  settings: Partial<InstanceSettings> = {},
  options: Omit<NonNullable<Parameters<typeof createTestServer>[0]>, 'settings'> = {},
): Promise<TestServer> => createTestServer({ ...options, settings: { passkey, ...settings } })

/** Begins to make a passkey; `verify` hands the server what an authenticator says. */
export async function beginPasskey(browser: TestBrowser) {
  const begun = await browser.post('/v1/me/passkeys')
  const { id, verification } = begun.body.response
  const verify = (public_key_credential: string) =>
    browser.post(`/v1/me/passkeys/${id}/attempt_verification`, { strategy, public_key_credential })
  return { id: String(id), nonce: String(verification.nonce), begun, verify }
}

/** Adds a passkey to the account of a browser; returns its id. */
export async function addPasskey(
  browser: TestBrowser,
  authenticator: TestAuthenticator,
  misdeeds: Misdeeds = {},
): Promise<string> {
  const { id, nonce, verify } = await beginPasskey(browser)
  const { status, body } = await verify(await authenticator.create(nonce, misdeeds))
  if (status !== 200) throw new Error(`the passkey was not kept: ${JSON.stringify(body)}`)
  return id
}

/** Begins a sign-in by passkey, of somebody unknown or by an identifier. */
export async function beginSignIn(browser: TestBrowser, identifier?: string) {
  const begun = await browser.post(signIns, { strategy, identifier })
  const { id, first_factor_verification: verification } = begun.body.response
  const attempt = (public_key_credential: string) =>
    browser.post(`${signIns}/${id}/attempt_first_factor`, { strategy, public_key_credential })
  return { id: String(id), nonce: String(verification.nonce), begun, attempt }
}

/** Signs in with a passkey and nothing else. */
export async function signInWithPasskey(browser: TestBrowser, authenticator: TestAuthenticator) {
  const { nonce, attempt } = await beginSignIn(browser)
  return attempt(await authenticator.get(nonce))
}

/** A server, and somebody there with a passkey. */
export async function startWithAda(...given: Parameters<typeof start>) {
  const server = await start(...given)
  const ada = await signUp(server)
  const authenticator = createTestAuthenticator()
  const id = await addPasskey(ada.browser, authenticator)
  return { server, ada, authenticator, id }
}
