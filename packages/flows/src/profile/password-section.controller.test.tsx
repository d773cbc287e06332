import { screen } from '@testing-library/react'
import { afterEach, beforeEach, test } from 'vitest'
import { expectButtonFocus, expectFieldError, expectFocus } from '../../tests/page.ts'
import { PasswordSection } from '../../tests/security-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld({ settings: { password: { enabled: true, required: false, minLength: 8 } } })
  await world.signIn(ada)
  world.show(<PasswordSection />)
})
afterEach(() => world.close())

test('S9: a change asks for the current password', async () => {
  await world.press('Change password')
  expectFocus('Current password')
  await world.typeInto('Current password', 'not this one')
  await world.typeInto('New password', 'a new and longer one{Enter}')
  await expectFieldError('Current password', 'form_password_incorrect')
  expectFocus('Current password')
  await world.user.clear(screen.getByLabelText('Current password'))
  await world.typeInto('Current password', `${ada.password}{Enter}`)
  await screen.findByText('changed')
  expectButtonFocus('Change password')
})

test('S6: a well-known new password is refused in its field', async () => {
  await world.press('Change password')
  await world.typeInto('Current password', ada.password)
  await world.typeInto('New password', 'password1{Enter}')
  await expectFieldError('New password', 'form_password_pwned')
  expectFocus('New password')
})

test('a password can be removed and set again', async () => {
  await world.press('Remove password')
  expectFocus('Current password')
  await world.press('Cancel')
  await world.press('Remove password')
  await world.typeInto('Current password', `${ada.password}{Enter}`)
  await screen.findByText('removed')
  expectButtonFocus('Set password')
  await world.press('Set password')
  expectFocus('New password')
  await world.typeInto('New password', 'a new and longer one{Enter}')
  await screen.findByText('set')
  expectButtonFocus('Change password')
})
