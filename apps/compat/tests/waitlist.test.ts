import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { kits } from './kits.ts'

const chromium = withChromium()
const backend = createClerkClient({
  apiUrl: inject('waitingServerUrl'),
  secretKey: inject('waitingSecretKey'),
})

test.each(kits)('somebody joins the waitlist, and a backend sees who waits, with $kit', async (kit) => {
  const emailAddress = `waits.${kit.codeLabel.length}@example.com`
  const page = await chromium.newPage(inject('waitingServerUrl'))
  await page.goto(`${kit.appUrl()}/waitlist`)
  await page.getByLabel(kit.emailLabel).fill(emailAddress)
  await page.getByRole('button', { name: 'Join the waitlist' }).click()
  await page.getByRole('heading', { name: kit.onTheWaitlist }).waitFor()
  const { data } = await backend.waitlistEntries.list({ query: emailAddress })
  expect(data).toMatchObject([{ emailAddress, status: 'pending' }])
})
