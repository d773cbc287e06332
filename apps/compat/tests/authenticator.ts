import type { Page } from 'playwright'

/** Gives the browser an authenticator of its own, and a person in front of it who says yes whenever it asks. */
export async function addAuthenticator(page: Page) {
  // The real clients use no passkeys in a browser that says it is steered by a test.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { get: () => false })
    if (sessionStorage.getItem('offers') === 'nothing')
      PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return {
    passkeys: async () =>
      (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}
