import { createClerkClient, verifyToken } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { signIn } from './sign-in.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test('a person signs up, verifies the email, changes the name, signs out and in again with the unmodified clients', async () => {
  const page = await chromium.newPage()
  const appUrl = inject('appUrl')
  const address = 'ada.compat@example.com'

  await page.goto(`${appUrl}/sign-up`)
  await page.getByLabel('Email address').fill(address)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()

  await page.getByLabel('Enter verification code').pressSequentially(await readCode(address))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  expect(await page.getByLabel('Email').textContent()).toBe(address)

  await page.getByRole('button', { name: 'Update name' }).click()
  await page.getByText('Ada Lovelace').waitFor()

  await page.getByRole('button', { name: 'Get token' }).click()
  await page.waitForFunction(() => document.querySelector('[aria-label=Token]')?.textContent)
  const jwt = (await page.getByLabel('Token').textContent()) ?? ''
  const claims = await verifyToken(jwt, {
    secretKey: inject('secretKey'),
    apiUrl: inject('serverUrl'),
    authorizedParties: [appUrl],
  })
  const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
  const user = await backend.users.getUser(claims.sub)
  expect(user.firstName).toBe('Ada')

  await page.reload()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signed out').waitFor()

  await signIn(page, { emailAddress: address, password })
  expect(await page.getByLabel('Name').textContent()).toBe('Ada Lovelace')
})
