import { expect } from '@playwright/test'
import { expectSignedIn, test } from './person.ts'

test('a person signs in in a dialog over the page and the focus comes back to the page', async ({
  person,
}) => {
  const { page } = person
  await person.signUp()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/')
  const open = page.getByRole('button', { name: 'Sign in without leaving' })
  await open.click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await expect(dialog.getByLabel('Email')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(open).toBeFocused()

  await open.click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(open).toBeFocused()

  await open.click()
  await dialog.getByLabel('Email').fill(person.emailAddress)
  await dialog.getByLabel('Password', { exact: true }).fill(person.password)
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click()
  await expectSignedIn(page)
  await expect(dialog).toHaveCount(0)
})

test('one dialog leads to the other, and the page stays below', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in without leaving' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Create an account' }).click()
  const signUp = page.getByRole('dialog', { name: 'Create your account' })
  await expect(signUp.getByLabel('Email')).toBeVisible()
  await signUp.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('dialog', { name: 'Sign in' }).getByLabel('Email')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('a dialog fits a narrow screen, its button to close included', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in without leaving' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in' })
  await expect(dialog.getByLabel('Email')).toBeVisible()
  const close = await dialog.getByRole('button', { name: 'Close' }).boundingBox()
  expect((close?.x ?? 320) + (close?.width ?? 0)).toBeLessThanOrEqual(320)
})
