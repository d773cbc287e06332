import { createClerkClient } from '@clerk/backend'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { addAuthenticator } from './authenticator.ts'
import { withChromium } from './browser.ts'
import { type Kit, kits, signIn } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'
const backend = () =>
  createClerkClient({ apiUrl: inject('cautiousServerUrl'), secretKey: inject('cautiousSecretKey') })

/** Waits until a proof does not count any more on this server. */
const growStale = (page: Page) => page.waitForTimeout(10_500)

/** Somebody who signed in longer ago than that. */
async function openStale(kit: Kit, ...emailAddress: [string, ...string[]]): Promise<Page> {
  await backend().users.createUser({ emailAddress, password })
  const page = await chromium.newPage(inject('cautiousServerUrl'))
  await signIn(page, kit, { identifier: emailAddress[0], password })
  await growStale(page)
  return page
}

async function addressesOf(emailAddress: string): Promise<string[]> {
  const [user] = (await backend().users.getUserList({ emailAddress: [emailAddress] })).data
  return user?.emailAddresses.map((address) => address.emailAddress) ?? []
}

async function prove(page: Page, kit: Kit) {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: kit.verifyButton, exact: true }).click()
}

test.each(kits)('a person proves who they are before an address is removed, with $kit', async (kit) => {
  const [own, other] = [
    `own.${kit.codeLabel.length}@example.com`,
    `other.${kit.codeLabel.length}@example.com`,
  ]
  const page = await openStale(kit, own, other)
  await page.goto(`${kit.appUrl()}/profile`)
  await kit.removeEmail(page, other)
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).waitFor()
  expect(await addressesOf(own)).toEqual([own, other])
  await prove(page, kit)
  await expect.poll(() => addressesOf(own), { timeout: 20_000 }).toEqual([own])
})

test.each(kits)(
  'an app repeats by itself what needed a new proof, or is told that nobody gave it, with $kit',
  async (kit) => {
    const own = `guarded.${kit.codeLabel.length}@example.com`
    const page = await openStale(kit, own)
    await page.goto(`${kit.appUrl()}/guarded`)
    const press = () => page.getByRole('button', { name: 'Add an address' }).click()
    const result = (text: string) => page.getByLabel('Result').filter({ hasText: text }).waitFor()
    await press()
    await page.getByRole('dialog').getByLabel('Password', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await result('cancelled')
    await press()
    await prove(page, kit)
    await result('added guarded@example.com')
    expect(await addressesOf(own)).toEqual([own, 'guarded@example.com'])
  },
)

test.each(kits)('a person proves with a passkey who they are, with $kit', async (kit) => {
  const [own, other] = [
    `passkey.${kit.codeLabel.length}@example.com`,
    `more.${kit.codeLabel.length}@example.com`,
  ]
  const page = await openStale(kit, own, other)
  await addAuthenticator(page)
  await kit.openSecurity(page)
  await kit.addPasskey(page)
  await prove(page, kit)
  await kit.passkeyMenu(page).waitFor()
  await growStale(page)
  await page.goto(`${kit.appUrl()}/profile`)
  await kit.removeEmail(page, other)
  await kit.proveWithPasskey(page)
  await expect.poll(() => addressesOf(own), { timeout: 20_000 }).toEqual([own])
})
