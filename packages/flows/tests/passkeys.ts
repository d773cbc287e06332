import { createTestAuthenticator, createTestCredentials, type TestServerOptions } from '@usher/testing'
import { expect, vi } from 'vitest'
import { ada, openWorld } from './world.tsx'

const passkey = {
  enabled: true,
  rpId: '',
  allowAutofill: true,
  showSignInButton: true,
  satisfiesSecondFactor: true,
}

/** A world with passkeys, in a browser whose device has an authenticator. */
export async function openPasskeyWorld(settings: TestServerOptions['settings'] = {}) {
  const authenticator = createTestAuthenticator()
  const credentials = createTestCredentials(authenticator)
  const uninstall = credentials.install()
  const world = await openWorld({ settings: { passkey, ...settings } })
  return {
    world,
    credentials,
    /** The person adds a passkey of this device to the account, from another browser. */
    async givePasskey() {
      const browser = world.server.browser()
      await world.signInElsewhere(ada, browser)
      const { id, verification } = (await browser.post('/v1/me/passkeys')).body.response
      const public_key_credential = await authenticator.create(verification.nonce)
      const fields = { strategy: 'passkey', public_key_credential }
      const kept = await browser.post(`/v1/me/passkeys/${id}/attempt_verification`, fields)
      expect(kept.status).toBe(200)
      return { remove: () => browser.delete(`/v1/me/passkeys/${id}`) }
    },
    async close() {
      await world.close()
      vi.unstubAllGlobals()
      uninstall()
    },
  }
}
