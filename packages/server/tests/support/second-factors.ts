import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { type Person, signUp } from './people.ts'
import { addVerified, on as phoneNumber } from './phone-numbers.ts'
import { createTestServer } from './test-server.ts'

export const secondFactors = { authenticatorApp: true, phoneCode: true, backupCode: true }
export const signIns = '/v1/client/sign_ins'

type Settings = NonNullable<Parameters<typeof createTestServer>[0]>['settings']

/** A server where people may have every second factor. */
export const start = (settings: Settings = {}, options: Parameters<typeof createTestServer>[0] = {}) =>
  createTestServer({ ...options, settings: { phoneNumber, secondFactors, ...settings } })

export type WithApp = Person & { secret: string; backupCodes: string[] }

/** Sets up an authenticator app; afterwards it shows the next code. */
export async function addApp(
  server: TestServer,
  browser: TestBrowser,
): Promise<{ secret: string; backupCodes: string[] }> {
  const { secret } = (await browser.post('/v1/me/totp')).body.response
  const code = await server.authenticator(secret)
  const { body } = await browser.post('/v1/me/totp/attempt_verification', { code })
  server.clock.advance(30_000)
  return { secret, backupCodes: body.response.backup_codes ?? [] }
}

/** Somebody who signed up and set up an authenticator app. */
export async function signUpWithApp(server: TestServer, address = 'ada@example.com'): Promise<WithApp> {
  const person = await signUp(server, { email_address: address })
  return { ...person, ...(await addApp(server, person.browser)) }
}

export const reserve = (browser: TestBrowser, id: string, reserved = true) =>
  browser.patch(`/v1/me/phone_numbers/${id}`, { reserved_for_second_factor: reserved })

/** Verifies a number and keeps it for the second step; returns its id. */
export async function addReserved(server: TestServer, browser: TestBrowser, number: string): Promise<string> {
  const id = await addVerified(server, browser, number)
  await reserve(browser, id)
  return id
}

/** Signs in with the password on a new browser, up to the second step. */
export async function passPassword(
  server: TestServer,
  { address, password }: Pick<Person, 'address' | 'password'>,
  browser = server.browser(),
) {
  const { body } = await browser.post(signIns, { identifier: address, password })
  const attempt = body.response
  const second = (strategy: string, code: string) =>
    browser.post(`${signIns}/${attempt.id}/attempt_second_factor`, { strategy, code })
  const prepare = (phone_number_id?: string) =>
    browser.post(`${signIns}/${attempt.id}/prepare_second_factor`, {
      strategy: 'phone_code',
      phone_number_id,
    })
  return { browser, attempt, second, prepare }
}
