import { createClerkClient } from '@clerk/backend'
import { isClerkAPIResponseError } from '@clerk/backend/errors'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { type Kit, kits, signIn } from './kits.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'
const backend = createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })

/** Somebody with an account, signed in on a page. */
async function meet(kit: Kit, name: string) {
  const emailAddress = `${name}.${kit.codeLabel.length}@example.com`
  const { id } = await backend.users.createUser({ emailAddress: [emailAddress], password })
  const page = await chromium.newPage()
  await signIn(page, kit, { identifier: emailAddress, password })
  return { page, id, emailAddress }
}

test.each(kits)(
  'a person adds an address, makes it the primary one and removes the first, with $kit',
  async (kit) => {
    const { page, id, emailAddress } = await meet(kit, 'moves')
    const next = `moved.${kit.codeLabel.length}@example.com`
    const primary = async () => (await backend.users.getUser(id)).primaryEmailAddress?.emailAddress
    await page.goto(`${kit.appUrl()}/profile`)
    await kit.addEmail(page, next)
    await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(next))
    await page.getByLabel(kit.codeLabel).waitFor({ state: 'hidden' })
    expect(await primary()).toBe(emailAddress)
    await kit.makePrimary(page, next)
    await expect.poll(primary, { timeout: 10_000 }).toBe(next)
    await kit.removeEmail(page, emailAddress)
    const all = async () => (await backend.users.getUser(id)).emailAddresses.map((one) => one.emailAddress)
    await expect.poll(all, { timeout: 10_000 }).toEqual([next])
  },
)

test.each(kits)('a page writes its own metadata, and sees that of the backend, with $kit', async (kit) => {
  const { page, id } = await meet(kit, 'notes')
  await backend.users.updateUserMetadata(id, {
    publicMetadata: { plan: 'team' },
    privateMetadata: { secret: 'nobody reads this' },
  })
  await page.getByRole('button', { name: 'Take a note' }).click()
  await page.getByText('likes tea').waitFor()
  const user = await backend.users.getUser(id)
  expect(user.unsafeMetadata).toEqual({ note: 'likes tea' })
  expect(user.publicMetadata).toEqual({ plan: 'team' })
  expect(await page.content()).not.toContain('nobody reads this')
})

test.each(kits)('a person deletes the account, with $kit', async (kit) => {
  const { page, id } = await meet(kit, 'leaves')
  await kit.openSecurity(page)
  await kit.deleteAccount(page)
  const gone = () =>
    backend.users.getUser(id).then(
      () => 0,
      (error: unknown) => (isClerkAPIResponseError(error) ? error.status : -1),
    )
  await expect.poll(gone, { timeout: 15_000 }).toBe(404)
  // The real clients leave the page by themselves, so what the browser shows next is read in a page of its own.
  const next = await page.context().newPage()
  await next.goto(kit.appUrl())
  await next.getByText('Signed out').waitFor()
})
