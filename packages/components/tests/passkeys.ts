import {
  createTestAuthenticator,
  createTestCredentials,
  emailAddress,
  type PageWorld,
  type TestAuthenticator,
  type TestBrowser,
  type TestCredentials,
} from '@usher/testing/page'

const passkey = {
  enabled: true,
  rpId: '',
  allowAutofill: true,
  showSignInButton: true,
  satisfiesSecondFactor: true,
}

export const settings = { passkey }

type Device = { authenticator: TestAuthenticator; credentials: TestCredentials; unplug: () => void }

/** The device in front of the person of a story. */
export let device: Device

/** Gives a story a device of its own, without passkeys. */
export function plugIn(): void {
  const authenticator = createTestAuthenticator()
  const credentials = createTestCredentials(authenticator)
  device = { authenticator, credentials, unplug: credentials.install() }
}

/** For `beforeEach` of stories: their device goes with them. */
export const unplugAfter = () => () => device.unplug()

/** The person makes a passkey on this device, in a browser where they are signed in. */
export async function addPasskey(browser: TestBrowser, name?: string): Promise<string> {
  const { id, verification } = (await browser.post('/v1/me/passkeys')).body.response
  const path = `/v1/me/passkeys/${id}`
  const public_key_credential = await device.authenticator.create(verification.nonce)
  await browser.post(`${path}/attempt_verification`, { strategy: 'passkey', public_key_credential })
  if (name) await browser.patch(path, { name })
  return id
}

/** Somebody has a passkey, and is signed out on this browser. */
export async function arrangeKnown({ server, signUp }: PageWorld): Promise<void> {
  plugIn()
  const other = server.browser()
  await signUp(emailAddress, other)
  await addPasskey(other)
}
