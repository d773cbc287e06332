import { createClerkClient } from '@clerk/backend'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { type Kit, kits } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

/** A page whose application talks to the server that lets a browser hold several accounts. */
async function openPage(): Promise<Page> {
  const page = await chromium.newPage()
  page.setDefaultTimeout(20_000)
  const { origin } = new URL(inject('serverUrl'))
  await page.route(`${origin}/**`, (route) =>
    route.continue({ url: route.request().url().replace(origin, inject('sharedServerUrl')) }),
  )
  return page
}

async function signIn(page: Page, kit: Kit, identifier: string) {
  const next = page.getByRole('button', { name: 'Continue', exact: true })
  await page.getByLabel(kit.emailLabel).fill(identifier)
  if (!kit.hasPasswordAtOnce) await next.click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await next.click()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
}

const active = (page: Page, emailAddress: string) =>
  page.getByLabel('Active').filter({ hasText: emailAddress }).waitFor()

test.each(kits)(
  'two people share a browser: the second signs in beside the first, they switch, and each signs out, with $kit',
  async (kit) => {
    const backend = createClerkClient({
      apiUrl: inject('sharedServerUrl'),
      secretKey: inject('sharedSecretKey'),
    })
    const [ada, grace] = ['ada', 'grace'].map((name) => `${name}.${kit.codeLabel.length}@example.com`) as [
      string,
      string,
    ]
    for (const emailAddress of [ada, grace])
      await backend.users.createUser({ emailAddress: [emailAddress], password })
    const page = await openPage()
    await page.goto(`${kit.appUrl()}/sign-in`)
    await signIn(page, kit, ada)

    await page.goto(`${kit.appUrl()}/accounts`)
    await active(page, ada)
    await kit.openAccounts(page)
    await page.getByText('Add account').click()
    await signIn(page, kit, grace)
    await page.goto(`${kit.appUrl()}/accounts`)
    await active(page, grace)
    expect(await page.getByLabel('Accounts').textContent()).toBe('2')

    await kit.openAccounts(page)
    await page
      .getByRole('button', { name: new RegExp(ada) })
      .or(page.getByRole('menuitem', { name: new RegExp(ada) }))
      .click()
    await page.getByLabel('Email').filter({ hasText: ada }).waitFor()
    await page.goto(`${kit.appUrl()}/accounts`)
    await active(page, ada)

    await kit.openAccounts(page)
    await page.getByText('Sign out', { exact: true }).click()
    await page.waitForURL(/choose$/)
    await kit.goOnAs(page, grace)

    const signedIn = await Promise.all(
      [ada, grace].map(async (emailAddress) => {
        const user = (await backend.users.getUserList({ emailAddress: [emailAddress] })).data[0]
        const filter = { userId: user?.id ?? '', status: 'active' } as const
        return (await backend.sessions.getSessionList(filter)).totalCount
      }),
    )
    expect(signedIn).toEqual([0, 1])
  },
  180_000,
)
