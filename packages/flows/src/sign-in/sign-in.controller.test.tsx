import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  alertText,
  atStep,
  expectFieldError,
  expectFocus,
  expectHeadingFocus,
  fieldError,
} from '../../tests/page.ts'
import { SignInScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const press: World['press'] = (name) => world.press(name)
const typeInto: World['typeInto'] = (label, text) => world.typeInto(label, text)
const sends = () => world.requests('prepare_first_factor').length

async function openWorldWith(options: Parameters<typeof openWorld>[0]) {
  await world.close()
  world = await openWorld(options)
}

async function toPassword() {
  await world.createUser(ada)
  world.show(<SignInScreen />)
  await typeInto('Email', `${ada.emailAddress}{Enter}`)
  await atStep('password')
}

async function toCode() {
  await toPassword()
  await press('Use another method')
  await press('Email a code')
  await screen.findByText('Code is sent')
}

async function toResetCode() {
  await toPassword()
  await press('Forgot password?')
  await press('Send a code')
  await atStep('reset-code')
  await screen.findByText('Code is sent')
}

describe('signing in by password', () => {
  test('takes one submit when a password manager filled both fields', async () => {
    await world.createUser(ada)
    world.show(<SignInScreen fallbackRedirectUrl="/app" />)
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', `${ada.password}{Enter}`)
    await world.expectSignedIn(ada.emailAddress)
    await atStep('complete')
    expect(world.requests('/sign_ins')).toEqual(['POST /v1/client/sign_ins'])
    expect(world.navigations).toEqual(['/app'])
  })

  test('asks for the password after the identifier, and says for whom', async () => {
    await toPassword()
    expect(screen.getByText(`For ${ada.emailAddress}`)).toBeDefined()
    expectFocus('Password')
    await typeInto('Password', `${ada.password}{Enter}`)
    await world.expectSignedIn(ada.emailAddress)
  })

  test('says that the password is wrong and keeps the focus in it', async () => {
    await toPassword()
    await typeInto('Password', 'not this one{Enter}')
    await expectFieldError('Password', 'form_password_incorrect')
    expectFocus('Password')
  })

  test('stays on the first step when both were filled and the password is wrong', async () => {
    await world.createUser(ada)
    world.show(<SignInScreen />)
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', 'not this one{Enter}')
    await expectFieldError('Password', 'form_password_incorrect')
    await atStep('start')
    expectFocus('Password')
  })

  test('asks for a code when the account has no password', async () => {
    await openWorldWith({ settings: { password: { enabled: true, required: false, minLength: 8 } } })
    await world.createUser({ emailAddress: ada.emailAddress })
    world.show(<SignInScreen />)
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', 'filled by a manager{Enter}')
    await atStep('code')
    await screen.findByText('Code is sent')
    expectFocus('Code')
    expect(world.requests('POST /v1/client/sign_ins')).toHaveLength(3)
    expect(sends()).toBe(1)
  })

  test('says that nobody has the identifier, in the field', async () => {
    world.show(<SignInScreen />)
    await typeInto('Email', 'nobody@example.com{Enter}')
    await expectFieldError('Email', 'form_identifier_not_found')
    expectFocus('Email')
  })

  test('S15: goes on the same way for nobody as for somebody when the instance hides who has an account', async () => {
    await openWorldWith({ settings: { enumerationProtection: true } })
    world.show(<SignInScreen />)
    await typeInto('Email', 'nobody@example.com{Enter}')
    await atStep('password')
    await press('Use another method')
    await press('Email a code')
    await screen.findByText('Code is sent')
    expect(sends()).toBe(1)
    expect(world.mailCount()).toBe(0)
  })
})

describe('signing in by code', () => {
  test('sends one code and signs in with it', async () => {
    await toCode()
    expectFocus('Code')
    expect(sends()).toBe(1)
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
  })

  test('says that the code is wrong, selects it, and takes the right one after', async () => {
    await toCode()
    await typeInto('Code', '000000')
    await expectFieldError('Code', 'form_code_incorrect')
    expectFocus('Code')
    await world.user.keyboard(world.code())
    await world.expectSignedIn(ada.emailAddress)
  })

  test('offers a new code when this one is too old', async () => {
    await toCode()
    world.advance(10 * 60_000 + 1000)
    await typeInto('Code', world.code())
    await screen.findByText('Code is dead')
    expect(alertText()).toBe('verification_expired')
    await press('Send a new code')
    await screen.findByText('Code is sent')
    expect(alertText()).toBe('')
    expectFocus('Code')
    await world.user.clear(screen.getByLabelText('Code'))
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
  })

  test('S21: offers a new code after the fifth wrong one', async () => {
    await toCode()
    for (let tries = 0; tries < 5; tries += 1) {
      await world.user.clear(screen.getByLabelText('Code'))
      await typeInto('Code', `00000${tries}`)
      await expectFieldError('Code', 'form_code_incorrect')
    }
    await screen.findByText('Code is dead')
  })

  test('S26: sends another code only after 30 seconds', async () => {
    await toCode()
    expect(screen.getByRole('button', { name: 'Send a new code' }).ariaDisabled).toBe('true')
    world.advance(29_000)
    await press('Send a new code')
    expect(sends()).toBe(1)
    world.advance(2000)
    await press('Send a new code')
    await waitFor(() => expect(sends()).toBe(2))
    await screen.findByText('Code is sent')
    await waitFor(() => expectFocus('Code'))
  })

  test('sends no second code when somebody goes back and forth', async () => {
    await toCode()
    await press('Use another method')
    await press('Password')
    await atStep('password')
    await press('Use another method')
    await press('Email a code')
    await screen.findByText('Code is sent')
    expect(sends()).toBe(1)
  })

  test('says that the mail could not be sent, and sends it when asked again', async () => {
    await toPassword()
    world.server.inbox.failNext()
    await press('Use another method')
    await press('Email a code')
    await screen.findByText('Code is unsent')
    expect(alertText()).toBe('mail_delivery_failed')
    await press('Send a new code')
    await screen.findByText('Code is sent')
    expect(alertText()).toBe('')
  })
})

describe('a forgotten password', () => {
  test('is replaced by a new one after a code', async () => {
    await toResetCode()
    expectFocus('Code')
    await typeInto('Code', world.code())
    await atStep('new-password')
    expectFocus('New password')
    await typeInto('New password', 'one that I can remember{Enter}')
    await world.expectSignedIn(ada.emailAddress)
  })

  test('can be reset from the first step, for the identifier that stands there', async () => {
    await world.createUser(ada)
    world.show(<SignInScreen />)
    await typeInto('Email', ada.emailAddress)
    await press('Forgot password?')
    await atStep('forgot')
    expectHeadingFocus('Step: forgot')
  })

  test('needs an identifier', async () => {
    world.show(<SignInScreen />)
    await press('Forgot password?')
    await atStep('start')
    await expectFieldError('Email', 'form_param_nil')
    expectFocus('Email')
    expect(world.requests('/sign_ins')).toEqual([])
  })

  test('shows what the server thinks of the new one', async () => {
    await toResetCode()
    await typeInto('Code', world.code())
    await atStep('new-password')
    await typeInto('New password', 'password1{Enter}')
    await expectFieldError('New password', 'form_password_pwned')
    expectFocus('New password')
  })
})

describe('going back', () => {
  test('leaves the error behind', async () => {
    await toPassword()
    await typeInto('Password', 'not this one{Enter}')
    await expectFieldError('Password', 'form_password_incorrect')
    await press('Back')
    await atStep('start')
    expect(fieldError('Email')).toBe('')
    expect(fieldError('Password')).toBe('')
    expect(screen.getByLabelText('Email')).toHaveProperty('value', ada.emailAddress)
    expectFocus('Email')
  })

  test('from every step has a place for the focus', async () => {
    await toResetCode()
    await press('Back')
    await atStep('forgot')
    expectHeadingFocus('Step: forgot')
    await press('Back')
    await atStep('password')
    expectFocus('Password')
    await press('Use another method')
    await atStep('methods')
    expectHeadingFocus('Step: methods')
    await press('Back')
    await atStep('password')
    expectFocus('Password')
  })
})

test.each([
  ['with its country', '+30 694 555 0123', undefined],
  ['of the country that the settings name', '694 555 0123', 'GR'],
])('somebody signs in with a number %s and a code by text message', async (_, typed, defaultCountry) => {
  const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  await openWorldWith({
    settings: { phoneNumber: { ...phoneNumber, ...(defaultCountry && { defaultCountry }) } },
  })
  const number = '+306945550123'
  await world.createBackendUser({ email_address: [ada.emailAddress], phone_number: [number] })
  world.show(<SignInScreen />)
  await typeInto('Email', `${typed}{Enter}`)
  await atStep('code')
  await screen.findByText('Code is sent')
  await typeInto('Code', world.code(number))
  await world.expectSignedIn(ada.emailAddress)
})

test("a number without its country is one of the country of the browser's language", async () => {
  const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
  await openWorldWith({ settings: { phoneNumber } })
  await world.createBackendUser({ email_address: [ada.emailAddress], phone_number: ['+14155552671'] })
  world.show(<SignInScreen />)
  await typeInto('Email', '(415) 555-2671{Enter}')
  await atStep('code')
})
