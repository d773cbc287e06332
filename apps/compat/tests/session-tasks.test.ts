import { createClerkClient } from '@clerk/backend'
import { totpAt } from '@usher/server/testing'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { kits, submitPassword } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

/** What the unmodified backend package says of the token in the cookie of a page. */
async function authenticate(page: Page, server: { apiUrl: string; secretKey: string }) {
  const cookies = await page.context().cookies()
  const authorization = `Bearer ${cookies.find(({ name }) => name === '__session')?.value}`
  const client = createClerkClient({ ...server, publishableKey: inject('publishableKey') })
  const request = new Request(page.url(), { headers: { authorization } })
  const state = await client.authenticateRequest(request, { acceptsToken: 'session_token' })
  return {
    isAuthenticated: state.toAuth()?.isAuthenticated,
    status: state.toAuth({ treatPendingAsSignedOut: false })?.sessionStatus,
  }
}

test.each(kits)(
  'whose password a backend calls compromised chooses a new one before anything else, with $kit',
  async (kit) => {
    const identifier = `compromised.${kit.codeLabel.length}@example.com`
    const server = { apiUrl: inject('serverUrl'), secretKey: inject('secretKey') }
    const { users } = createClerkClient(server)
    const { id } = await users.createUser({ emailAddress: [identifier], password })
    await users.setPasswordCompromised(id, { revokeAllSessions: true })
    const page = await chromium.newPage()
    await kit.signInByCode(page, identifier)
    await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(identifier))
    await page.getByRole('heading', { name: kit.resetPasswordTask.title }).waitFor()
    expect(await authenticate(page, server)).toEqual({ isAuthenticated: false, status: 'pending' })
    await kit.resetPasswordTask.choose(page, `${password} new`)
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    expect(await authenticate(page, server)).toEqual({ isAuthenticated: true, status: 'active' })
  },
)

test.each(kits)(
  'where a second factor is required one is set up before anything else, with $kit',
  async (kit) => {
    const identifier = `required.${kit.codeLabel.length}@example.com`
    const server = { apiUrl: inject('demandingServerUrl'), secretKey: inject('demandingSecretKey') }
    const { users } = createClerkClient(server)
    const { id } = await users.createUser({ emailAddress: [identifier], password })
    const page = await chromium.newPage(server.apiUrl)
    await submitPassword(page, kit, { identifier, password })
    const secret = await kit.setupMfaTask.begin(page)
    await page.getByLabel(kit.setupMfaTask.codeLabel).pressSequentially(await totpAt(secret, Date.now()))
    await kit.setupMfaTask.finish(page)
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    expect(await users.getUser(id)).toMatchObject({ totpEnabled: true, backupCodeEnabled: true })
  },
)
