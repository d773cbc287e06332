import { createClerkClient } from '@clerk/backend'
import type { Page } from 'playwright'
import { inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode, readLink } from './inbox.ts'
import { type Kit, kits, submitPassword } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

/** A device on which somebody has never signed in, past the password. */
async function openStrange(kit: Kit, emailAddress: string): Promise<Page> {
  const apiUrl = inject('trustServerUrl')
  const backend = createClerkClient({ apiUrl, secretKey: inject('trustSecretKey') })
  await backend.users.createUser({ emailAddress: [emailAddress], password })
  const page = await chromium.newPage(apiUrl)
  await submitPassword(page, kit, { identifier: emailAddress, password })
  return page
}

test.each(kits)(
  'a password alone is not enough on a new device, until a code was typed in there, with $kit',
  async (kit) => {
    const emailAddress = `device.${kit.codeLabel.length}@example.com`
    const page = await openStrange(kit, emailAddress)
    await page.getByLabel(kit.codeLabel).waitFor()
    await page
      .getByLabel(kit.codeLabel)
      .pressSequentially(await readCode(emailAddress, inject('trustServerUrl')))
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Signed out').waitFor()
    await submitPassword(page, kit, { identifier: emailAddress, password })
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  },
)

test.each(kits)("a link shows that a new device is one's own, with $kit", async (kit) => {
  const emailAddress = `device.link.${kit.codeLabel.length}@example.com`
  const page = await openStrange(kit, emailAddress)
  await page.getByLabel(kit.codeLabel).waitFor()
  await page.getByText('Use another method').click()
  await page.getByRole('button', { name: /^Email (a )?link/ }).click()
  const phone = await chromium.newPage(inject('trustServerUrl'))
  await phone.goto(await readLink(emailAddress, inject('trustServerUrl')))
  await phone.getByRole('button', { name: 'Yes, it was me' }).click()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
})
