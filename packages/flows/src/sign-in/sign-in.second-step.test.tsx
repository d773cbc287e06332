import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alertText, atStep, expectFieldError, expectFocus } from '../../tests/page.ts'
import { SignInScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
let world: World

beforeEach(async () => {
  const secondFactors = { authenticatorApp: true, phoneCode: false, backupCode: true }
  world = await openWorld({ settings: { secondFactors, lockAfter: 5 } })
  const { emailAddress, password } = ada
  const factors = { totp_secret: secret, backup_codes: ['backup-one'] }
  await world.createBackendUser({ email_address: [emailAddress], password, ...factors })
  world.show(<SignInScreen />)
  await world.typeInto('Email', emailAddress)
  await world.typeInto('Password', `${password}{Enter}`)
  await atStep('totp')
})
afterEach(() => world.close())

test('after the password the code of the app is asked for, and a wrong one is said under it', async () => {
  expectFocus('Code')
  await world.typeInto('Code', '000000')
  await expectFieldError('Code', 'form_code_incorrect')
  expectFocus('Code')
  expect(world.signedInUser()).toBeNull()
  await world.user.clear(screen.getByLabelText('Code'))
  await world.typeInto('Code', await world.server.authenticator(secret))
  await world.expectSignedIn(ada.emailAddress)
})

test('a reload asks for the second step again, and a backup code is another way', async () => {
  await world.reload(<SignInScreen />)
  await atStep('totp')
  await world.press('Use another method')
  await world.press('Backup code')
  await atStep('backup-code')
  expectFocus('Backup code')
  await world.typeInto('Backup code', 'BACKUP ONE{Enter}')
  await world.expectSignedIn(ada.emailAddress)
})

test('too many wrong codes lock the account, and the screen says until when', async () => {
  for (let time = 0; time < 5; time++) {
    await world.typeInto('Code', `00000${time}`)
    await expectFieldError('Code', 'form_code_incorrect')
    await world.user.clear(screen.getByLabelText('Code'))
  }
  await world.typeInto('Code', await world.server.authenticator(secret))
  expect(await alertText()).toBe('user_locked')
  expect(world.signedInUser()).toBeNull()
})
