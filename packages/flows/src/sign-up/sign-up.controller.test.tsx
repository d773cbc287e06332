import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alertText, atStep, expectFieldError, expectFocus, typedIn } from '../../tests/page.ts'
import { SignUpScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const press: World['press'] = (name) => world.press(name)
const typeInto: World['typeInto'] = (label, text) => world.typeInto(label, text)
const sends = () => world.requests('prepare_verification').length

async function openWorldWith(options: Parameters<typeof openWorld>[0]) {
  await world.close()
  world = await openWorld(options)
}

async function toVerify() {
  world.show(<SignUpScreen fallbackRedirectUrl="/welcome" />)
  await typeInto('Email', ada.emailAddress)
  await typeInto('Password', `${ada.password}{Enter}`)
  await atStep('verify-email')
  await screen.findByText('Code is sent')
}

describe('signing up', () => {
  test('asks for what is required, verifies the address and signs in', async () => {
    await toVerify()
    expect(screen.getByText(`Sent to ${ada.emailAddress}`)).toBeDefined()
    expectFocus('Code')
    expect(sends()).toBe(1)
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
    await atStep('complete')
    expect(world.navigations).toEqual(['/welcome'])
  })

  test('can ask for the optional fields too', async () => {
    world.show(<SignUpScreen showOptionalFields />)
    expect(screen.getAllByRole('textbox')).toHaveLength(3)
    await typeInto('First name', ' Ada ')
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', `${ada.password}{Enter}`)
    await screen.findByText('Code is sent')
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
    expect(world.signedInUser()?.firstName).toBe('Ada')
  })

  test('names the required fields that are empty, and begins nothing', async () => {
    world.show(<SignUpScreen />)
    await press('Create account')
    await expectFieldError('Email', 'form_param_nil')
    await expectFieldError('Password', 'form_param_nil')
    expectFocus('Email')
    await atStep('start')
    expect(world.requests('/sign_ups')).toHaveLength(0)
  })

  test('says what is wrong in each field', async () => {
    world.show(<SignUpScreen />)
    await typeInto('Email', 'not an address')
    await typeInto('Password', `${ada.password}{Enter}`)
    await expectFieldError('Email', 'form_param_format_invalid')
    expectFocus('Email')
  })

  test('S6: shows what the server thinks of the password', async () => {
    world.show(<SignUpScreen />)
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', 'password1{Enter}')
    await expectFieldError('Password', 'form_password_pwned')
    expectFocus('Password')
  })

  test('offers to sign in with an address that somebody has', async () => {
    await world.createUser(ada)
    world.show(<SignUpScreen />)
    await typeInto('Email', ada.emailAddress)
    await typeInto('Password', `${ada.password}{Enter}`)
    await expectFieldError('Email', 'form_identifier_exists')
    await press(`Sign in as ${ada.emailAddress}`)
    expect(world.navigations).toEqual([
      expect.stringMatching(/^\/sign-in\?.*email_address=ada%40example\.com/),
    ])
  })

  test('offers to sign in when somebody else was first to verify the address', async () => {
    await toVerify()
    const code = world.code()
    world.advance(31_000)
    await world.createUser(ada)
    await typeInto('Code', code)
    await screen.findByRole('button', { name: `Sign in as ${ada.emailAddress}` })
    expect(alertText()).toBe('form_identifier_exists')
  })
})

describe('the code of a sign-up', () => {
  test('can be wrong once', async () => {
    await toVerify()
    await typeInto('Code', '000000')
    await expectFieldError('Code', 'form_code_incorrect')
    expectFocus('Code')
    await world.user.keyboard(world.code())
    await world.expectSignedIn(ada.emailAddress)
  })

  test('can be replaced when it is too old', async () => {
    await toVerify()
    world.advance(10 * 60_000 + 1000)
    await typeInto('Code', world.code())
    await screen.findByText('Code is dead')
    await press('Send a new code')
    await screen.findByText('Code is sent')
    await world.user.clear(screen.getByLabelText('Code'))
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
  })
})

describe('changing the address', () => {
  test('keeps what was typed, and sends a code to the new one', async () => {
    await toVerify()
    await press('Change')
    await atStep('start')
    expectFocus('Email')
    expect(typedIn('Email')).toBe(ada.emailAddress)
    expect(typedIn('Password')).toBe(ada.password)
    await world.user.clear(screen.getByLabelText('Email'))
    await typeInto('Email', 'grace@example.com{Enter}')
    await atStep('verify-email')
    await screen.findByText('Code is sent')
    await typeInto('Code', world.code('grace@example.com'))
    await world.expectSignedIn('grace@example.com')
    expect(world.requests('PATCH')).toHaveLength(1)
  })
})

describe('after a reload', () => {
  test('a sign-up asks for the code that is on its way', async () => {
    await toVerify()
    await world.reload(<SignUpScreen />)
    await atStep('verify-email')
    await screen.findByText('Code is sent')
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
    expect(world.mailCount()).toBe(1)
  })

  test('the address can still be changed', async () => {
    await toVerify()
    await world.reload(<SignUpScreen />)
    await press('Change')
    await atStep('start')
    expect(typedIn('Email')).toBe(ada.emailAddress)
    expect(typedIn('Password')).toBe('')
  })
})

test('an account that lacks a name is asked for it after the code', async () => {
  await openWorldWith({ settings: { firstName: 'required' } })
  const answer = await world.post('/v1/client/sign_ups', {
    email_address: ada.emailAddress,
    password: ada.password,
  })
  expect(answer.response.missing_fields).toEqual(['first_name'])
  await world.reload(<SignUpScreen />)
  await screen.findByText('Code is sent')
  await typeInto('Code', world.code())
  await atStep('continue')
  expectFocus('First name')
  await typeInto('First name', 'Ada{Enter}')
  await world.expectSignedIn(ada.emailAddress)
})

test('a username that is asked for comes first, and is checked while it is typed', async () => {
  await openWorldWith({ settings: { username: { enabled: true, required: true, usedForFirstFactor: true } } })
  await world.createUser({ ...ada, emailAddress: 'grace@example.com', username: 'grace' })
  world.show(<SignUpScreen />)
  await typeInto('Username', 'grace')
  expectFocus('Username')
  await screen.findByText('grace is taken')
  await typeInto('Username', '_h')
  await screen.findByText('grace_h is available')
  await typeInto('Email', ada.emailAddress)
  await typeInto('Password', `${ada.password}{Enter}`)
  await screen.findByText('Code is sent')
  await typeInto('Code', world.code())
  await world.expectSignedIn(ada.emailAddress)
  expect(world.signedInUser()?.username).toBe('grace_h')
})

test('where no address is asked for, a username and a password are a whole sign-up', async () => {
  const emailAddress = { enabled: false, required: false, usedForFirstFactor: false, verifyAtSignUp: false }
  const username = { enabled: true, required: true, usedForFirstFactor: true }
  await openWorldWith({ settings: { emailAddress, username } })
  world.show(<SignUpScreen />)
  await typeInto('Username', 'ada_lovelace')
  await typeInto('Password', `${ada.password}{Enter}`)
  await atStep('complete')
  expect(world.signedInUser()?.username).toBe('ada_lovelace')
})

test('an address and a number are verified one after the other', async () => {
  const phoneNumber = { enabled: true, required: true, usedForFirstFactor: true, verifyAtSignUp: true }
  await openWorldWith({ settings: { phoneNumber } })
  const number = '+306945550123'
  world.show(<SignUpScreen />)
  await typeInto('Email', ada.emailAddress)
  await typeInto('Phone', number)
  await typeInto('Password', `${ada.password}{Enter}`)
  await atStep('verify-email')
  await screen.findByText('Code is sent')
  await typeInto('Code', world.code())
  await atStep('verify-phone')
  expect(screen.getByText(`Sent to ${number}`)).toBeDefined()
  await screen.findByText('Code is sent')
  expectFocus('Code')
  await typeInto('Code', world.code(number))
  await world.expectSignedIn(ada.emailAddress)
  expect(world.signedInUser()?.hasVerifiedPhoneNumber).toBe(true)
})
