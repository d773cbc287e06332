import { createClerkClient } from '@clerk/backend'
import { inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { kits, submitPassword } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'

test.each(kits)(
  'a password alone is not enough on a new device, until a code was typed in there, with $kit',
  async (kit) => {
    const emailAddress = `device.${kit.codeLabel.length}@example.com`
    const apiUrl = inject('trustServerUrl')
    const backend = createClerkClient({ apiUrl, secretKey: inject('trustSecretKey') })
    await backend.users.createUser({ emailAddress: [emailAddress], password })
    const page = await chromium.newPage(apiUrl)
    await submitPassword(page, kit, { identifier: emailAddress, password })
    await page.getByLabel(kit.codeLabel).waitFor()
    await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(emailAddress, apiUrl))
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Signed out').waitFor()
    await submitPassword(page, kit, { identifier: emailAddress, password })
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  },
)
