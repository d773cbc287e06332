import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EmailAddressesSection } from '../../tests/contact-screens.tsx'
import { atStep, expectFieldError, expectFocus } from '../../tests/page.ts'
import { ReverificationScreen } from '../../tests/reverification-screen.tsx'
import { SecondFactorsSection } from '../../tests/security-screens.tsx'
import { SessionsSection } from '../../tests/session-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const second = 'ada@work.example'
let world: World

beforeEach(async () => {
  world = await openWorld({
    settings: { secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: true } },
  })
  await world.signIn(ada)
})
afterEach(() => world.close())

async function showStale(section = <EmailAddressesSection />) {
  world.advance(660_000)
  world.show(
    <>
      {section}
      <ReverificationScreen />
    </>,
  )
}

const alertText = () => within(screen.getByLabelText('Proof')).getByRole('alert').textContent

async function addAddress() {
  await world.press('Add email')
  await world.typeInto('Email', `${second}{Enter}`)
}

describe('an address that is added after a while', () => {
  beforeEach(async () => {
    await showStale()
    await addAddress()
    await atStep('password')
  })

  test('goes on by itself once the password was typed', async () => {
    expectFocus('Password')
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await screen.findByText(`Sent to ${second}`)
    expect(screen.queryByLabelText('Proof')).toBeNull()
    expect(world.requests('POST /v1/me/email_addresses').length).toBeGreaterThanOrEqual(2)
  })

  test('stays as it was when the person does not want to', async () => {
    await world.press('Leave')
    await waitFor(() => expect(screen.queryByLabelText('Proof')).toBeNull())
    expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe(second)
    expect(world.signedInUser()?.emailAddresses).toHaveLength(1)
    await world.press('Send code')
    await atStep('password')
  })

  test('waits while the password is wrong', async () => {
    await world.typeInto('Password', 'not this one{Enter}')
    await expectFieldError('Password', 'form_password_incorrect')
    expectFocus('Password')
  })

  test('can be confirmed with a code instead', async () => {
    await world.press('Another way')
    await atStep('methods')
    await world.press('Back')
    await atStep('password')
    await world.press('Another way')
    await world.press('By email_code')
    await screen.findByText('Code is sent')
    await world.typeInto('Code', '000000')
    await expectFieldError('Code', 'form_code_incorrect')
    await world.user.keyboard(world.code())
    await screen.findByText(`Sent to ${second}`)
  })

  test('says that the account is locked after too many wrong tries', async () => {
    for (let tries = 0; tries < 10; tries++) {
      await world.post(`/v1/client/sessions/${world.sessionId()}/verify/attempt_first_factor`, {
        strategy: 'password',
        password: 'not this one',
      })
      world.advance(4_000)
    }
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await waitFor(() => expect(alertText()).toBe('user_locked'))
  })

  test('repeats the try when the network was gone', async () => {
    world.network.isBroken = true
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await waitFor(() => expect(alertText()).not.toBe(''))
    world.network.isBroken = false
    await world.press('Again')
    await screen.findByText(`Sent to ${second}`)
  })
})

describe('somebody with an app', () => {
  let secret: string

  beforeEach(async () => {
    secret = (await world.post('/v1/me/totp', {})).response.secret
    await world.post('/v1/me/totp/attempt_verification', { code: await world.server.authenticator(secret) })
    await world.reload(null)
    await showStale(<SecondFactorsSection />)
    await world.press('Turn totp off')
    await world.press('Yes')
    await atStep('password')
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await atStep('totp')
    expectFocus('Code')
  })

  test('proves both factors, and the app is turned off', async () => {
    await world.typeInto('Code', await world.server.authenticator(secret))
    await screen.findByText('removed')
    expect(world.signedInUser()?.totpEnabled).toBe(false)
  })

  test('begins anew when the first proof grew too old before the second', async () => {
    world.advance(660_000)
    await world.typeInto('Code', await world.server.authenticator(secret))
    await atStep('password')
    expectFocus('Password')
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await atStep('totp')
    await world.typeInto('Code', await world.server.authenticator(secret))
    await screen.findByText('removed')
  })
})

test('another device is signed out once the person has proved who they are', async () => {
  await showStale(<SessionsSection />)
  await screen.findByText(/Another device/)
  await world.press('Sign out')
  await atStep('password')
  await world.typeInto('Password', `${ada.password}{Enter}`)
  await waitFor(() => expect(screen.queryByText(/Another device/)).toBeNull())
})
