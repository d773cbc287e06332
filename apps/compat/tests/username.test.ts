import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, kits, signIn } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test.each(kits)('a person sets a username in the profile and signs in with it, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const username = `grace_${kit.codeLabel.length}`
  const emailAddress = `${username}@example.com`
  await beginSignUp(page, kit, { emailAddress, password })
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()

  await page.goto(`${kit.appUrl()}/profile`)
  await kit.setUsername(page, username)
  await page.goto(kit.appUrl())
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('Signed out').waitFor()
  await signIn(page, kit, { identifier: username, password })

  const { users } = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
  const found = await users.getUserList({ username: [username] })
  expect(found.data.map((user) => user.primaryEmailAddress?.emailAddress)).toEqual([emailAddress])
})
