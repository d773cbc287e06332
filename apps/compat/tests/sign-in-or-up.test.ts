import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { kits } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test.each(kits)('somebody new makes an account where others sign in, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const emailAddress = `new.${kit.codeLabel.length}@example.com`
  await page.goto(`${kit.appUrl()}/continue`)
  await page.getByLabel(kit.anyIdentifierLabel).fill(emailAddress)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('heading', { name: 'Create your account' }).waitFor()
  await expect.poll(() => page.getByLabel(kit.emailLabel).inputValue()).toBe(emailAddress)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: kit.createButton, exact: true }).click()
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  expect(await page.getByLabel('Email').textContent()).toBe(emailAddress)
})

test.each(kits)('where nobody may learn who has an account, the code makes one, with $kit', async (kit) => {
  const [serverUrl, secretKey] = [inject('strictServerUrl'), inject('strictSecretKey')]
  const page = await chromium.newPage(serverUrl)
  const emailAddress = `secret.${kit.codeLabel.length}@example.com`
  await page.goto(`${kit.appUrl()}/continue`)
  await page.getByLabel(kit.anyIdentifierLabel).fill(emailAddress)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  if (!kit.hasPasswordAtOnce) {
    await page.getByRole('link', { name: 'Use another method' }).click()
    await page.getByRole('button', { name: /Email code/ }).click()
  }
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress, serverUrl))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()

  const { users } = createClerkClient({ apiUrl: serverUrl, secretKey })
  const { data } = await users.getUserList({ emailAddress: [emailAddress] })
  expect(data.map((user) => user.primaryEmailAddress?.verification?.status)).toEqual(['verified'])
})
