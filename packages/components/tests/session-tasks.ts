import type { PageWorld } from '@usher/testing/page'
import { userEvent, within } from 'storybook/test'

const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
const secondFactors = { authenticatorApp: true, phoneCode: true, backupCode: true }

/** Somebody who has signed up where everybody needs a second factor. */
export const needsFactor = {
  settings: { phoneNumber, secondFactors: { ...secondFactors, required: true } },
  arrange: ({ signUp }: PageWorld) => signUp(),
}

/** Somebody who is signed in, and whose password a backend called compromised. */
export const needsPassword = {
  arrange: async (world: PageWorld) => {
    await world.signUp()
    await callCompromised(world)
  },
}

/** Both, one after the other. */
export const needsBoth = { ...needsFactor, ...needsPassword }

async function callCompromised({ server, browser }: PageWorld) {
  const { id } = (await browser.get('/v1/me')).body.response
  const request = new Request(`${server.url}/v1/users/${id}/password/set_compromised`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.secretKey}` },
  })
  await server.fetch(request)
}

/** Chooses the authenticator app, and gives its key. */
export async function beginApp(element: HTMLElement) {
  const at = within(element)
  await userEvent.click(await at.findByRole('button', { name: /^Authenticator app/ }, { timeout: 5000 }))
  const code = await at.findByLabelText(/Type the code that the app shows/)
  const secret = element.querySelector('.cl-secret bdi')?.textContent?.replaceAll(' ', '') ?? ''
  return { at, code, secret }
}
