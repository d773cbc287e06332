import { expect } from '@playwright/test'
import { expectSignedIn, test } from './person.ts'

test('a person signs up, is greeted, signs out and in again', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await expect(page.getByText(`primaryEmailAddress: "${person.emailAddress}"`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'User accounts, yours to run' })).toBeVisible()
  await person.signIn()
})

test('a person edits the name and sees it on the home page', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Lovelace')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('main').getByText('Ada Lovelace').first()).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: /, Ada\.$/ })).toBeVisible()
})

test('a person uploads a picture, sees it everywhere, and removes it', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await page.goto('/profile')
  const choose = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload, Profile picture' }).click()
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 400)
    canvas.getContext('2d')?.fillRect(0, 0, 300, 400)
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())]
  })
  await (await choose).setFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(picture) })
  await page.getByRole('application', { name: 'Your picture' }).press('ArrowRight')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your picture is saved.')).toBeAttached()
  await page.goto('/')
  const shown = page.locator('.cl-avatarImage').first()
  await expect(shown).toHaveJSProperty('naturalWidth', 400)
  await expect(page.getByText('hasImage: true')).toBeVisible()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Remove, Profile picture' }).click()
  await page.getByRole('button', { name: 'Remove picture' }).click()
  await expect(page.getByText('Your picture is removed.')).toBeAttached()
  await expect(page.locator('.cl-avatarImage')).toHaveCount(0)
})

test('a person adds a second address and makes it primary', async ({ person }) => {
  const { page } = person
  const second = `second.${person.emailAddress}`
  await person.signUp()
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Add email' }).click()
  await page.getByRole('textbox', { name: 'Email' }).fill(second)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByLabel('6-digit code').pressSequentially(await person.readCode(second))
  await page.getByRole('button', { name: `Actions for ${second}` }).click()
  await page.getByRole('menuitem', { name: 'Make primary' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: second }).getByText('Primary')).toBeVisible()
  await page.goto('/')
  await expect(page.getByText(`primaryEmailAddress: "${second}"`)).toBeVisible()
})

test('a person changes the password and signs in with the new one', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await page.goto('/profile#/security')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  person.password = 'a new and longer password'
  await page.getByLabel('New password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your password is changed.').first()).toBeAttached()
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'User accounts, yours to run' })).toBeVisible()
  await person.signIn()
})

test('a person sees another browser in the list of sessions and signs it out', async ({
  browser,
  person,
}) => {
  const { page } = person
  await person.signUp()
  const other = await (await browser.newContext()).newPage()
  await person.signIn(other)

  await page.goto('/sessions')
  await expect(page.getByText('This device')).toBeVisible()
  await page.getByRole('button', { name: /^Sign out, / }).click()
  await expect(page.getByRole('button', { name: /^Sign out, / })).toHaveCount(0)

  await expect(other.getByRole('heading', { name: 'User accounts, yours to run' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: 'User accounts, yours to run' })).toBeVisible()
  await page.goto('/')
  await expectSignedIn(page)
})

test('a name that a person changes in one browser shows in the others within a second', async ({
  browser,
  person,
}) => {
  const { page } = person
  await person.signUp()
  const others = await browser.newContext()
  const [listening, second] = [await others.newPage(), await others.newPage()]
  await person.signIn(listening)
  await second.goto('/')
  await expectSignedIn(second)
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Edit' }).first().click()
  await page.getByLabel('First name').fill('Ada')
  await page.getByRole('button', { name: 'Save' }).click()
  for (const tab of [listening, second])
    await expect(tab.getByRole('heading', { name: /, Ada\.$/ })).toBeVisible({ timeout: 2_000 })
})

test('a person who forgot the password sets a new one', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.emailAddress)
  await page.getByRole('button', { name: 'Forgot password?' }).click()
  await page.getByRole('button', { name: 'Send a code' }).click()
  await page.getByLabel('6-digit code').pressSequentially(await person.readCode(person.emailAddress))
  await page.getByLabel('New password', { exact: true }).fill('one that I can remember')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expectSignedIn(page)
})

test('a screen of the app itself keeps a preference on hooks and primitives', async ({ person }) => {
  const { page } = person
  await person.signUp()
  await page.goto('/custom')
  await page.getByLabel('Nickname').fill('a')
  await page.getByRole('button', { name: 'Save preferences' }).click()
  await expect(page.getByText('Use at least two letters.')).toBeVisible()
  await page.getByLabel('Nickname').fill('Countess')
  await page.getByRole('button', { name: 'Save preferences' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Nickname')).toHaveValue('Countess')
})
