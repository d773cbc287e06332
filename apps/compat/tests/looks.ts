import { createClerkClient } from '@clerk/backend'
import type { Page } from 'playwright'
import { inject } from 'vitest'

const password = 'correct horse battery staple'

/** Signs somebody new in on the application that has a look of its own. */
export async function signInAsNew(page: Page, name: string): Promise<void> {
  const emailAddress = `${name}@example.com`
  const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
  await backend.users.createUser({ emailAddress: [emailAddress], password, firstName: 'Ada' })
  await page.goto(`${inject('looksAppUrl')}/sign-in`)
  await page.getByLabel('Email').fill(emailAddress)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
}
