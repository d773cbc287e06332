import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { alertText, atStep, expectAlert } from '../../tests/page.ts'
import { openPasskeyWorld } from '../../tests/passkeys.ts'
import { SignInScreen } from '../../tests/screens.tsx'
import { ada, type World } from '../../tests/world.tsx'

let opened: Awaited<ReturnType<typeof openPasskeyWorld>>
let world: World

beforeEach(async () => {
  opened = await openPasskeyWorld()
  world = opened.world
  await world.createUser(ada)
})
afterEach(() => opened.close())

const offered = () => waitFor(() => expect(opened.credentials.isOffering).toBe(true))
const signIns = () => world.requests('POST /v1/client/sign_ins').length

test('the field of the identifier offers passkeys, and whoever takes one is signed in', async () => {
  await opened.givePasskey()
  world.show(<SignInScreen />)
  await offered()
  // However often a screen begins anew, the server is asked once.
  expect(signIns()).toBe(1)
  act(() => opened.credentials.pick())
  await world.expectSignedIn(ada.emailAddress)
})

test('a person presses the button and chooses a passkey', async () => {
  await opened.givePasskey()
  world.show(<SignInScreen />)
  await world.press('Use a passkey')
  await world.expectSignedIn(ada.emailAddress)
  expect(opened.credentials.isOffering).toBe(false)
})

test('whoever types an address is asked for the password, and finds the passkey among the other methods', async () => {
  await opened.givePasskey()
  world.show(<SignInScreen />)
  await offered()
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await atStep('password')
  expect(opened.credentials.isOffering).toBe(false)
  await world.press('Use another method')
  opened.credentials.refuseNext()
  await world.press('Passkey')
  await expectAlert('passkey_retrieval_cancelled')
  await atStep('methods')
  await world.reload(<SignInScreen />)
  await atStep('password')
  await world.press('Use another method')
  await world.press('Passkey')
  await world.expectSignedIn(ada.emailAddress)
})

test('a person who has nothing but a passkey comes to it', async () => {
  await opened.close()
  opened = await openPasskeyWorld({ emailCodeSignIn: false })
  world = opened.world
  await world.createUser(ada)
  await opened.givePasskey()
  await world.server.deps.db.updateTable('users').set({ password_digest: null }).execute()
  world.show(<SignInScreen />)
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await atStep('passkey')
  await world.press('Use the passkey')
  await world.expectSignedIn(ada.emailAddress)
})

test('a passkey that is taken and not known is told, and others are offered again', async () => {
  const { remove } = await opened.givePasskey()
  await remove()
  world.show(<SignInScreen />)
  await offered()
  act(() => opened.credentials.pick())
  await expectAlert('passkey_not_registered')
  await offered()
})

test('what a device does not offer is no error, and what it refuses after a press is one', async () => {
  world.show(<SignInScreen />)
  await offered()
  opened.credentials.refuseNext()
  act(() => opened.credentials.pick())
  await waitFor(() => expect(opened.credentials.isOffering).toBe(false))
  expect(alertText()).toBe('')
  opened.credentials.refuseNext()
  await world.press('Use a passkey')
  await expectAlert('passkey_retrieval_cancelled')
})

test('passkeys are offered no longer than the screen is there', async () => {
  const { unmount } = world.show(<SignInScreen />)
  await offered()
  unmount()
  await waitFor(() => expect(opened.credentials.isOffering).toBe(false))
})

test('where the settings say so, nothing is offered and no button is drawn', async () => {
  await opened.close()
  opened = await openPasskeyWorld({
    passkey: {
      ...{ enabled: true, rpId: '', satisfiesSecondFactor: true },
      ...{ allowAutofill: false, showSignInButton: false },
    },
  })
  world = opened.world
  world.show(<SignInScreen />)
  await screen.findByLabelText('Email')
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull()
  expect(signIns()).toBe(0)
})
