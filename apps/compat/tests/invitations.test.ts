import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readLink } from './inbox.ts'
import { kits } from './kits.ts'

const chromium = withChromium()
const backend = () => createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })

test.each(kits)(
  'somebody who was invited makes an account by the link of the mail, with $kit',
  async (kit) => {
    const emailAddress = `invited.${kit.codeLabel.length}@example.com`
    await backend().invitations.createInvitation({
      emailAddress,
      redirectUrl: `${kit.appUrl()}/sign-up`,
      publicMetadata: { plan: 'pro' },
    })
    const page = await chromium.newPage()
    await page.goto(await readLink(emailAddress, inject('serverUrl')))
    const password = page.getByLabel('Password', { exact: true })
    await password.fill('correct horse battery staple')
    await password.press('Enter')
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    expect(await page.getByLabel('Email').textContent()).toBe(emailAddress)
    const [user] = (await backend().users.getUserList({ emailAddress: [emailAddress] })).data
    expect(user?.publicMetadata).toEqual({ plan: 'pro' })
    expect(user?.primaryEmailAddress?.verification?.strategy).toBe('ticket')
  },
)
