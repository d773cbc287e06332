import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { beginSignUp, kits } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test.each(kits)('a person adds a phone number and verifies it by text message, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const number = `+1415555267${kit.codeLabel.length % 10}`
  const emailAddress = `phone.${kit.codeLabel.length}@example.com`
  await beginSignUp(page, kit, { emailAddress, password })
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()

  await page.goto(`${kit.appUrl()}/profile`)
  await kit.addPhone(page, number)
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(number))

  const { users } = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
  await expect
    .poll(async () => {
      const [user] = (await users.getUserList({ emailAddress: [emailAddress] })).data
      return [user?.primaryPhoneNumber?.phoneNumber, user?.primaryPhoneNumber?.verification?.status]
    })
    .toEqual([number, 'verified'])
})
