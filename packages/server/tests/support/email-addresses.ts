import type { TestBrowser } from '../../src/testing/index.ts'

export const addressPath = '/v1/me/email_addresses'

export const add = (browser: TestBrowser, email_address: string) =>
  browser.post(addressPath, { email_address })

export const prepare = (browser: TestBrowser, id: string) =>
  browser.post(`${addressPath}/${id}/prepare_verification`, { strategy: 'email_code' })

export const attempt = (browser: TestBrowser, id: string, code?: string) =>
  browser.post(`${addressPath}/${id}/attempt_verification`, { code })

export const remove = (browser: TestBrowser, id: string) => browser.delete(`${addressPath}/${id}`)

/** The signed-in person as `GET /v1/me` has them. */
export const me = async (browser: TestBrowser) => (await browser.get('/v1/me')).body.response

export const addressesOf = async (browser: TestBrowser): Promise<string[]> =>
  (await me(browser)).email_addresses.map((row: { email_address: string }) => row.email_address)
