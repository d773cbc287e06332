import { expect, type Locator, type Page } from '@playwright/test'
import { expectSignedIn, test } from './person.ts'

test('a person signs up, out and in again by keyboard alone, and the focus goes from step to step', async ({
  person,
}) => {
  const { page } = person
  await page.goto('/sign-up')
  await tabTo(page, page.getByLabel('Email'))
  await page.keyboard.type(person.emailAddress)
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('6-digit code')).toBeFocused()
  await page.keyboard.type(await person.readCode(person.emailAddress))
  await expectSignedIn(page)

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Sign in', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByLabel('Email'))
  await page.keyboard.type(person.emailAddress)
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByText('That password is not right.', { exact: false }).first()).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await expectSignedIn(page)
})

test('a person adds an address by keyboard alone, and the focus comes back where it was', async ({
  person,
}) => {
  const { page } = person
  const second = `second.${person.emailAddress}`
  await person.signUp()
  await page.goto('/profile')
  const add = page.getByRole('button', { name: 'Add email' })
  await tabTo(page, add)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.type(second)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('6-digit code')).toBeFocused()
  await page.keyboard.type(await person.readCode(second))
  const menu = page.getByRole('button', { name: `Actions for ${second}` })
  await expect(menu).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Make primary' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Make primary' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem').filter({ hasText: second }).getByText('Primary')).toBeVisible()
  await expect(page.locator('body')).not.toBeFocused()
})

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the control was not reached by 40 presses of Tab')
}
