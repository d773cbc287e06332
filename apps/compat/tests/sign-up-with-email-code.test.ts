import { createClerkClient, verifyToken } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, kits, signIn } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test.each(kits)(
  'a person signs up, verifies the email, changes the name, signs out and in again with $kit',
  async (kit) => {
    const page = await chromium.newPage()
    const emailAddress = `ada.${kit.codeLabel.length}@example.com`

    await beginSignUp(page, kit, { emailAddress, password })
    await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress))
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    expect(await page.getByLabel('Email').textContent()).toBe(emailAddress)

    await page.getByRole('button', { name: 'Update name' }).click()
    await page.getByText('Ada Lovelace').waitFor()

    await page.getByRole('button', { name: 'Get token' }).click()
    await page.waitForFunction(() => document.querySelector('[aria-label=Token]')?.textContent)
    const jwt = (await page.getByLabel('Token').textContent()) ?? ''
    const claims = await verifyToken(jwt, {
      secretKey: inject('secretKey'),
      apiUrl: inject('serverUrl'),
      authorizedParties: [kit.appUrl()],
    })
    const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
    const user = await backend.users.getUser(claims.sub)
    expect(user.firstName).toBe('Ada')

    await page.reload()
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Signed out').waitFor()

    await signIn(page, kit, { identifier: emailAddress, password })
    expect(await page.getByLabel('Name').textContent()).toBe('Ada Lovelace')
  },
)
