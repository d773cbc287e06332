import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EmailAddressesSection } from '../../tests/contact-screens.tsx'
import { atStep } from '../../tests/page.ts'
import { openPasskeyWorld } from '../../tests/passkeys.ts'
import { ReverificationScreen } from '../../tests/reverification-screen.tsx'
import { ada, type World } from '../../tests/world.tsx'

const second = 'ada@work.example'
let opened: Awaited<ReturnType<typeof openPasskeyWorld>>
let world: World

beforeEach(async () => {
  opened = await openPasskeyWorld({
    secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: false },
  })
  world = opened.world
  await world.signIn(ada)
  await opened.givePasskey()
})
afterEach(() => opened.close())

const expectRefusal = (code: string) =>
  waitFor(() => expect(within(screen.getByLabelText('Proof')).getByRole('alert').textContent).toBe(code))

async function addAddressLater() {
  world.advance(660_000)
  await world.reload(
    <>
      <EmailAddressesSection />
      <ReverificationScreen />
    </>,
  )
  await world.press('Add email')
  await world.typeInto('Email', `${second}{Enter}`)
}

test('a person proves with a passkey who they are, and what waited goes on', async () => {
  await addAddressLater()
  await atStep('password')
  await world.press('Another way')
  opened.credentials.refuseNext()
  await world.press('By passkey')
  await expectRefusal('passkey_retrieval_cancelled')
  await atStep('methods')
  await world.press('By passkey')
  await screen.findByText(`Sent to ${second}`)
})

test('a passkey comes after the password where there is an app that is not at hand', async () => {
  const { secret } = (await world.post('/v1/me/totp', {})).response
  const code = await world.server.authenticator(secret)
  await world.post('/v1/me/totp/attempt_verification', { code })
  await addAddressLater()
  await atStep('password')
  await world.typeInto('Password', `${ada.password}{Enter}`)
  await atStep('totp')
  await world.press('Another way')
  await world.press('By passkey')
  await screen.findByText(`Sent to ${second}`)
})

test('a person who has nothing but a passkey comes to it', async () => {
  const { db } = world.server.deps
  await db.updateTable('users').set({ password_digest: null }).execute()
  await db.updateTable('contacts').set({ verified_at: null }).execute()
  await addAddressLater()
  await atStep('passkey')
  await world.press('Use it')
  await screen.findByText(`Sent to ${second}`)
})
