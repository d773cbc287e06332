import { createClerkClient } from '@clerk/backend'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, type Kit, kits } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

/** A page of a new browser whose application talks to the server that knows the provider. */
async function openPage(): Promise<Page> {
  const page = await chromium.newPage(inject('oauthServerUrl'))
  page.setDefaultTimeout(20_000)
  return page
}

const accountOf = (kit: Kit, name: string) => `${kit.hasPasswordAtOnce ? 'usher' : 'clerk'}.${name}`

/** Signs in at the provider, on its own page. */
async function allow(page: Page, account: string) {
  await page.getByRole('heading', { name: 'Acme ID' }).waitFor()
  await page.getByLabel('Account').fill(account)
  await page.getByRole('button', { name: 'Allow' }).click()
}

async function goToProvider(page: Page, kit: Kit, at: 'sign-in' | 'sign-up', account: string) {
  await page.goto(`${kit.appUrl()}/${at}`)
  await page.getByRole('button', { name: /Acme ID/ }).click()
  await allow(page, account)
}

async function expectSignedIn(page: Page, account: string) {
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  await expect.poll(() => page.getByLabel('Email').textContent()).toBe(`${account}@example.com`)
}

/** Somebody who signed up with an address and a password, and without the provider. */
async function openSignedUp(kit: Kit, account: string): Promise<Page> {
  const emailAddress = `${account}@example.com`
  const page = await openPage()
  await beginSignUp(page, kit, { emailAddress, password })
  const code = await readCode(emailAddress, inject('oauthServerUrl'))
  await page.getByLabel(kit.codeLabel).pressSequentially(code)
  await expectSignedIn(page, account)
  return page
}

const usersOf = async (account: string) => {
  const { users } = createClerkClient({
    apiUrl: inject('oauthServerUrl'),
    secretKey: inject('oauthSecretKey'),
  })
  const { data } = await users.getUserList({ emailAddress: [`${account}@example.com`] })
  return { users, data }
}

test.each(kits)(
  'a person signs up with an account elsewhere, and in with it in another browser, with $kit',
  async (kit) => {
    const account = accountOf(kit, 'new')
    const page = await openPage()
    await goToProvider(page, kit, 'sign-up', account)
    await expectSignedIn(page, account)
    const other = await openPage()
    await goToProvider(other, kit, 'sign-in', account)
    await expectSignedIn(other, account)

    const { users, data } = await usersOf(account)
    expect(data).toHaveLength(1)
    expect(data[0]?.externalAccounts).toMatchObject([
      {
        provider: 'oauth_custom_acme',
        emailAddress: `${account}@example.com`,
        verification: { status: 'verified' },
      },
    ])
    const tokens = await users.getUserOauthAccessToken(data[0]?.id ?? '', 'custom_acme')
    expect(tokens.data).toMatchObject([
      { provider: 'oauth_custom_acme', scopes: ['openid', 'email', 'profile'] },
    ])
  },
  120_000,
)

test.each(kits)(
  'whoever has no account is signed up where others sign in, and the other way round, with $kit',
  async (kit) => {
    const account = accountOf(kit, 'known')
    const page = await openPage()
    await goToProvider(page, kit, 'sign-in', account)
    await expectSignedIn(page, account)
    const other = await openPage()
    await goToProvider(other, kit, 'sign-up', account)
    await expectSignedIn(other, account)
    expect((await usersOf(account)).data).toHaveLength(1)
  },
  120_000,
)

test.each(kits)(
  'a proved address leads to the account that has it, with $kit',
  async (kit) => {
    const account = accountOf(kit, 'owner')
    await openSignedUp(kit, account)
    const other = await openPage()
    await goToProvider(other, kit, 'sign-in', account)
    await expectSignedIn(other, account)
    const { data } = await usersOf(account)
    expect(data).toHaveLength(1)
    expect(data[0]?.passwordEnabled).toBe(true)
    expect(data[0]?.externalAccounts).toHaveLength(1)
  },
  120_000,
)

test.each(kits)(
  'a person connects an account in the profile, and disconnects it, with $kit',
  async (kit) => {
    const [account, linked] = [accountOf(kit, 'both'), accountOf(kit, 'linked')]
    const page = await openSignedUp(kit, account)
    await page.goto(`${kit.appUrl()}/profile`)
    await kit.connectAccount(page, 'Acme ID')
    await allow(page, linked)
    await page.getByText(`${linked}@example.com`).first().waitFor()
    await expect.poll(async () => (await usersOf(account)).data[0]?.externalAccounts.length).toBe(1)

    await kit.disconnectAccount(page, 'Acme ID')
    await expect.poll(async () => (await usersOf(account)).data[0]?.externalAccounts.length).toBe(0)
  },
  120_000,
)

test.each(kits)(
  'whoever cancels at the provider goes on where it was begun, with $kit',
  async (kit) => {
    const page = await openPage()
    await page.goto(`${kit.appUrl()}/sign-in`)
    await page.getByRole('button', { name: /Acme ID/ }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.waitForURL((url) => /\/sign-in\/?$/.test(url.pathname))
    // The unmodified clients load the page once more, and forget what they have read.
    if (kit.hasPasswordAtOnce) await page.getByText(/You were not signed in there/).waitFor()
    await page.getByRole('button', { name: /Acme ID/ }).click()
    await allow(page, accountOf(kit, 'new'))
    await expectSignedIn(page, accountOf(kit, 'new'))
  },
  120_000,
)
