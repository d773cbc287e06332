import { expect } from 'vitest'
import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { createTestServer } from './test-server.ts'

export const on = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
export const number = '+306945550123'
export const second = '+442079460958'
export const path = '/v1/me/phone_numbers'
export const strategy = 'phone_code'

/** A server where people may have phone numbers. */
export const start = (settings: NonNullable<Parameters<typeof createTestServer>[0]>['settings'] = {}) =>
  createTestServer({ settings: { phoneNumber: on, ...settings } })

export const add = (browser: TestBrowser, phone_number: string) => browser.post(path, { phone_number })

/** The signed-in person as `GET /v1/me` has them. */
export const me = async (browser: TestBrowser) => (await browser.get('/v1/me')).body.response

/** Adds a number and verifies it with the code that is sent to it; returns its id. */
export async function addVerified(server: TestServer, browser: TestBrowser, value: string): Promise<string> {
  const { id, phone_number } = (await add(browser, value)).body.response
  await browser.post(`${path}/${id}/prepare_verification`, { strategy })
  const proved = await browser.post(`${path}/${id}/attempt_verification`, {
    code: server.inbox.code(phone_number),
  })
  expect(proved.body.response.verification.status).toBe('verified')
  return id
}
