import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { expectButtonFocus, expectFieldError, expectFocus, expectHeadingFocus } from '../../tests/page.ts'
import { PasskeysSection } from '../../tests/passkey-screens.tsx'
import { openPasskeyWorld } from '../../tests/passkeys.ts'
import { ada, type World } from '../../tests/world.tsx'

let opened: Awaited<ReturnType<typeof openPasskeyWorld>>
let world: World

beforeEach(async () => {
  opened = await openPasskeyWorld()
  world = opened.world
  await world.signIn(ada)
  world.show(<PasskeysSection />)
})
afterEach(() => opened.close())

const rows = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)

test('a passkey is added, gets a name, and goes', async () => {
  await world.press('Add')
  await screen.findByText('added')
  expect(rows()).toHaveLength(1)
  await world.press('Rename')
  expectFocus('Passkey name')
  await world.user.clear(screen.getByLabelText('Passkey name'))
  await world.typeInto('Passkey name', '{Enter}')
  await expectFieldError('Passkey name', 'form_param_nil')
  await world.typeInto('Passkey name', 'Blue key{Enter}')
  await screen.findByText('renamed')
  expect(rows()[0]).toContain('Blue key')
  expect(world.signedInUser()?.passkeys[0]?.name).toBe('Blue key')
  await world.press('Remove')
  expectHeadingFocus('Remove Blue key?')
  await world.press('Cancel')
  await world.press('Remove')
  await world.press('Remove for good')
  await screen.findByText('removed')
  expect(rows()).toEqual([])
  expectButtonFocus('Add')
})

test('a device that has one already, or whose person says no, adds none', async () => {
  await world.press('Add')
  await screen.findByText('added')
  await world.press('Add')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('passkey_already_exists'))
  await world.press('Remove')
  await world.press('Remove for good')
  await screen.findByText('removed')
  opened.credentials.refuseNext()
  await world.press('Add')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('passkey_registration_cancelled'))
  expect(rows()).toEqual([])
})

test('the device asks the person while the button waits', async () => {
  const release = world.holdNetwork()
  void world.press('Add')
  await screen.findByText('Adding')
  release()
  await screen.findByText('added')
})

test('a browser without passkeys shows those that there are, and adds none', async () => {
  await world.press('Add')
  await screen.findByText('added')
  vi.stubGlobal('PublicKeyCredential', undefined)
  await world.press('Rename')
  await world.press('Cancel')
  expect(rows()).toHaveLength(1)
  expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
})
