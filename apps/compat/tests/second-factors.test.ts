import { createClerkClient } from '@clerk/backend'
import { isClerkAPIResponseError } from '@clerk/backend/errors'
import { totpAt } from '@usher/server/testing'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { readCode } from './inbox.ts'
import { kits, submitPassword } from './kits.ts'

const chromium = withChromium()
const backend = () => createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const password = 'correct horse battery staple'
const now = () => totpAt(secret, Date.now())

/** Somebody who brings an authenticator app and a backup code along. */
async function createWithApp(name: string) {
  const emailAddress = `${name}@example.com`
  const user = await backend().users.createUser({
    emailAddress: [emailAddress],
    password,
    totpSecret: secret,
    backupCodes: ['backup-one'],
  })
  return { user, account: { identifier: emailAddress, password } }
}

test.each(kits)('a person signs in with the code of an authenticator app, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const { user, account } = await createWithApp(`app.${kit.codeLabel.length}`)
  expect(user).toMatchObject({ twoFactorEnabled: true, totpEnabled: true, backupCodeEnabled: true })
  await submitPassword(page, kit, account)
  await page.getByLabel(kit.codeLabel).pressSequentially(await now())
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
})

test.each(kits)('a person without the phone signs in with a backup code, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const { account } = await createWithApp(`backup.${kit.codeLabel.length}`)
  await submitPassword(page, kit, account)
  await page.getByLabel(kit.codeLabel).waitFor()
  await page.getByText('Use another method').click()
  await page.getByRole('button', { name: /backup code/i }).click()
  await page.getByLabel('Backup code').fill('BACKUP one')
  await page.getByRole('button', { name: kit.secondButton, exact: true }).click()
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
})

test.each(kits)('a person signs in with a code by text message, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const number = `+1415555268${kit.codeLabel.length % 10}`
  const identifier = `message.${kit.codeLabel.length}@example.com`
  const { users, phoneNumbers } = backend()
  const { id: userId } = await users.createUser({ emailAddress: [identifier], password })
  const added = { userId, phoneNumber: number, verified: true, reservedForSecondFactor: true }
  expect((await phoneNumbers.createPhoneNumber(added)).reservedForSecondFactor).toBe(true)
  await submitPassword(page, kit, { identifier, password })
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(number))
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
})

test.each(kits)('a new password by mail still asks for the second factor, with $kit', async (kit) => {
  const page = await chromium.newPage()
  const { account } = await createWithApp(`forgot.${kit.codeLabel.length}`)
  await kit.forgetPassword(page, account.identifier)
  await page.getByLabel(kit.codeLabel).pressSequentially(await readCode(account.identifier))
  await kit.setNewPassword(page, `${password} new`)
  await page.getByLabel(kit.codeLabel).pressSequentially(await now())
  await page.getByRole('heading', { name: 'Signed in' }).waitFor()
})

test('the unmodified backend package checks codes and turns second factors off', async () => {
  const { users } = backend()
  const { user } = await createWithApp('codes.compat')
  const code = await now()
  expect(await users.verifyTOTP({ userId: user.id, code })).toMatchObject({
    verified: true,
    code_type: 'totp',
  })
  const replayed = await users.verifyTOTP({ userId: user.id, code }).catch((error: unknown) => error)
  expect(isClerkAPIResponseError(replayed) && replayed.errors[0]?.code).toBe('form_code_incorrect')
  await users.disableUserMFA(user.id)
  expect(await users.getUser(user.id)).toMatchObject({ twoFactorEnabled: false, totpEnabled: false })
})
