import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'

const chromium = withChromium()
const emailAddress = 'of.2022@example.com'
const password = 'correct horse battery staple'

test('an application of 2022 runs with the import changed to @usher/react/2022', async () => {
  const page = await chromium.newPage()
  const read = (label: string) => page.getByLabel(label, { exact: true }).textContent()
  await page.goto(inject('appOf2022Url'))
  await page.getByLabel('Your email').fill(emailAddress)
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByLabel('Code').fill(await readCode(emailAddress))
  await page.getByRole('button', { name: 'Prove' }).click()
  await page.getByRole('heading', { name: `Hello ${emailAddress}` }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/welcome')
  expect(await page.getByAltText('You').getAttribute('src')).toBe(await read('Picture'))
  expect(await read('Picture')).toMatch(/^http.*\/v1\/images\//)
  expect(await read('Two factors')).toBe('false')
  expect(await read('From')).toBe('2022')
  expect(await read('Sessions')).toBe('1')
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('From').filter({ hasText: 'a page' }).waitFor()

  await page.goto(`${inject('appOf2022Url')}/security`)
  await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
  expect(await page.getByRole('navigation').count()).toBe(0)

  await page.goto(inject('appOf2022Url'))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Sessions').filter({ hasText: '0' }).waitFor()
  await page.getByLabel('Email', { exact: true }).fill(emailAddress)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: `Hello ${emailAddress}` }).waitFor()
})
