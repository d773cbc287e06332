import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { expectButtonFocus, expectFieldError, expectFocus, expectHeadingFocus } from '../../tests/page.ts'
import { PasswordSection } from '../../tests/security-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

async function open(isProvedAgain: boolean) {
  const reverification = { enabled: isProvedAgain, maxAge: 600_000 }
  world = await openWorld({
    settings: { reverification, password: { enabled: true, required: false, minLength: 8 } },
  })
  await world.signIn(ada)
  world.show(<PasswordSection />)
}
afterEach(() => world.close())

test('S9: a change asks for the current password where nobody proves again who they are', async () => {
  await open(false)
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
  await open(false)
  await world.press('Change password')
  await world.typeInto('Current password', ada.password)
  await world.typeInto('New password', 'password1{Enter}')
  await expectFieldError('New password', 'form_password_pwned')
  expectFocus('New password')
})

test('a password can be removed and set again', async () => {
  await open(false)
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

test('S9: where they do, nobody types the current password', async () => {
  await open(true)
  await world.press('Change password')
  expectFocus('New password')
  expect(screen.queryByLabelText('Current password')).toBeNull()
  await world.typeInto('New password', 'a new and longer one{Enter}')
  await screen.findByText('changed')
  await world.press('Remove password')
  expectHeadingFocus('Remove password')
  await world.press('Remove')
  await screen.findByText('removed')
})
