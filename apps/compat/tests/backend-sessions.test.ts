import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { kits, signIn } from './kits.ts'

const chromium = withChromium()

test.each(kits)(
  'a backend lists the sessions of a user and revokes one, and that browser is signed out, with $kit',
  async (kit) => {
    const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
    const account = {
      identifier: `edsger.${kit.codeLabel.length}@example.com`,
      password: 'correct horse battery staple',
    }
    const user = await backend.users.createUser({
      emailAddress: [account.identifier],
      password: account.password,
    })
    const page = await chromium.newPage()
    await signIn(page, kit, account)

    const { data } = await backend.sessions.getSessionList({ userId: user.id, status: 'active' })
    expect(data.map(({ userId, status }) => ({ userId, status }))).toEqual([
      { userId: user.id, status: 'active' },
    ])

    const revoked = await backend.sessions.revokeSession(data[0]?.id ?? '')
    expect(revoked.status).toBe('revoked')
    await page.reload()
    await page.getByText('Signed out').waitFor()
  },
)
