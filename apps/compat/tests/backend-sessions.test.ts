import { createClerkClient } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { signIn } from './sign-in.ts'

const chromium = withChromium()

test('a backend lists the sessions of a user and revokes one, and that browser is signed out', async () => {
  const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
  const account = { emailAddress: 'edsger.compat@example.com', password: 'correct horse battery staple' }
  const user = await backend.users.createUser({
    emailAddress: [account.emailAddress],
    password: account.password,
  })
  const page = await chromium.newPage()
  await signIn(page, account)

  const { data } = await backend.sessions.getSessionList({ userId: user.id, status: 'active' })
  expect(data.map(({ userId, status }) => ({ userId, status }))).toEqual([
    { userId: user.id, status: 'active' },
  ])

  const revoked = await backend.sessions.revokeSession(data[0]?.id ?? '')
  expect(revoked.status).toBe('revoked')
  await page.reload()
  await page.getByText('Signed out').waitFor()
})
