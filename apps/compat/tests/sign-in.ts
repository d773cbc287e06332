import type { Page } from 'playwright'
import { inject } from 'vitest'

/** Signs in on the prebuilt screen of the unmodified client, with a password. */
export async function signIn(page: Page, account: { emailAddress: string; password: string }) {
  await page.goto(`${inject('appUrl')}/sign-in`)
  await page.getByLabel('Email address').fill(account.emailAddress)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
}
