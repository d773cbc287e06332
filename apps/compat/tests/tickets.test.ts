import { createClerkClient, verifyToken } from '@clerk/backend'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { kits } from './kits.ts'

const chromium = withChromium()
const backend = () => createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })

const createUser = (emailAddress: string) =>
  backend().users.createUser({ emailAddress: [emailAddress], password: 'correct horse battery staple' })

test.each(kits)('a backend signs somebody in by a token, with $kit', async (kit) => {
  const emailAddress = `ticket.${kit.codeLabel.length}@example.com`
  const user = await createUser(emailAddress)
  const { token } = await backend().signInTokens.createSignInToken({
    userId: user.id,
    expiresInSeconds: 600,
  })
  const page = await chromium.newPage()
  await page.goto(`${kit.appUrl()}/sign-in?__clerk_ticket=${token}`)
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
  expect(await page.getByLabel('Email').textContent()).toBe(emailAddress)
  expect(await page.getByLabel('Actor').textContent()).toBe('')
})

test.each(kits)(
  'a support person acts as a user, sees so on every page, and stops, with $kit',
  async (kit) => {
    const emailAddress = `acted.${kit.codeLabel.length}@example.com`
    const user = await createUser(emailAddress)
    const { token } = await backend().actorTokens.create({
      userId: user.id,
      actor: { sub: 'user_support' },
      expiresInSeconds: 600,
    })
    const page = await chromium.newPage()
    await page.goto(`${kit.appUrl()}/sign-in?__clerk_ticket=${token}`)
    await page.getByRole('heading', { name: 'Signed in' }).waitFor()
    expect(await page.getByLabel('Actor').textContent()).toBe('user_support')
    await page.getByText(kit.actingAs(emailAddress)).first().waitFor({ state: 'attached' })

    await page.getByRole('button', { name: 'Get token' }).click()
    await page.waitForFunction(() => document.querySelector('[aria-label=Token]')?.textContent)
    const jwt = (await page.getByLabel('Token').textContent()) ?? ''
    const claims = await verifyToken(jwt, { secretKey: inject('secretKey'), apiUrl: inject('serverUrl') })
    expect(claims.act).toEqual({ sub: 'user_support' })

    await kit.stopActing(page)
    await page.getByText('Signed out').waitFor()
  },
)
