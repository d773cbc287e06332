import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectFieldError } from '../../tests/page.ts'
import { SecondFactorsSection } from '../../tests/security-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const number = '+306945550123'
let world: World

beforeEach(async () => {
  const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  const secondFactors = { authenticatorApp: true, phoneCode: true, backupCode: true }
  world = await openWorld({ settings: { phoneNumber, secondFactors } })
  await world.signIn(ada)
  world.show(<SecondFactorsSection />)
})
afterEach(() => world.close())

async function addApp() {
  await world.press('Add')
  await world.press('Begin totp')
  const secret = (await screen.findByLabelText('Secret')).textContent ?? ''
  await world.typeInto('Code', await world.server.authenticator(secret))
  await screen.findByText('10 new codes')
}

test('an app is turned on with its code, the backup codes are shown once, and it is turned off again', async () => {
  await addApp()
  expect(screen.getByRole('status').textContent).toBe('added')
  await world.press('Done')
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    'totp DefaultTurn totp off',
    '10 codes ',
  ])
  expect(screen.queryByText('10 new codes')).toBeNull()
  await world.press('Turn totp off')
  await world.press('Yes')
  await screen.findByText('removed')
  await waitFor(() => expect(world.signedInUser()?.twoFactorEnabled).toBe(false))
})

test('a wrong code of the app is said under its field', async () => {
  await world.press('Add')
  await world.press('Begin totp')
  await screen.findByLabelText('Secret')
  await world.typeInto('Code', '000000')
  await expectFieldError('Code', 'form_code_incorrect')
  expect(world.signedInUser()?.totpEnabled).toBe(false)
})

test('a new number is verified and kept for the second step', async () => {
  await world.press('Add')
  await world.press('Begin phone')
  await world.typeInto('Phone', `${number}{Enter}`)
  await screen.findByText('Code is sent')
  await world.typeInto('Code', world.code(number))
  await screen.findByText('10 new codes')
  expect(world.signedInUser()?.phoneNumbers[0]?.reservedForSecondFactor).toBe(true)
})

test('new backup codes take the place of the old ones', async () => {
  await addApp()
  await world.press('Done')
  await world.press('New codes')
  await world.press('Yes')
  await screen.findByText('10 new codes')
  await screen.findByText('codes')
})
