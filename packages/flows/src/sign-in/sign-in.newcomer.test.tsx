import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { atStep, expectFieldError, expectFocus, typedIn } from '../../tests/page.ts'
import { SignInScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World
afterEach(() => world.close())

const open = async (settings = {}) => {
  world = await openWorld({ settings })
}

const signInInstead = async () => world.user.click(await screen.findByText('Sign in instead'))

test('a flow without sign-up says that nobody has the address', async () => {
  await open()
  world.show(<SignInScreen />)
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await expectFieldError('Email', 'form_identifier_not_found')
})

test('somebody new fills in the rest, signs up, and goes where sign-ups go', async () => {
  await open()
  world.show(<SignInScreen withSignUp signUpFallbackRedirectUrl="/welcome" />)
  await world.typeInto('Email', `  ${ada.emailAddress} {Enter}`)
  await atStep('start')
  await screen.findByText('Sign in instead')
  expect(typedIn('Email')).toBe(ada.emailAddress)
  await world.typeInto('Password', `${ada.password}{Enter}`)
  await screen.findByText('Code is sent')
  await world.typeInto('Code', world.code())
  await world.expectSignedIn(ada.emailAddress)
  expect(world.navigations).toEqual(['/welcome'])
})

test('somebody new may go back and use another address', async () => {
  await open()
  await world.createUser(ada)
  world.show(<SignInScreen withSignUp />)
  await world.typeInto('Email', 'x@example.com{Enter}')
  await signInInstead()
  await atStep('start')
  expect(typedIn('Email')).toBe('x@example.com')
  expectFocus('Email')
})

test('a sign-up that another address has begun is not taken up', async () => {
  await open()
  await world.post('/v1/client/sign_ups', { email_address: 'old@example.com' })
  await world.reload(<SignInScreen withSignUp />)
  await signInInstead()
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await screen.findByText('Sign in instead')
  await screen.findByDisplayValue(ada.emailAddress)
  expect(typedIn('Email')).toBe(ada.emailAddress)
})

test('where nobody may learn who has an account, the code comes first and the account after it', async () => {
  await open({
    enumerationProtection: true,
    password: { enabled: true, required: false, minLength: 8 },
  })
  world.show(<SignInScreen withSignUp signUpFallbackRedirectUrl="/welcome" />)
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await atStep('code')
  await screen.findByText('Code is sent')
  await world.typeInto('Code', world.code())
  await world.expectSignedIn(ada.emailAddress)
  expect(world.navigations).toEqual(['/welcome'])
})

test('a right code whose account could not be made begins anew after a reload', async () => {
  await open({ enumerationProtection: true })
  world.show(<SignInScreen withSignUp />)
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await screen.findByText('Code is sent')
  const { client } = await world.post('/v1/client/sign_ins', {
    identifier: ada.emailAddress,
    sign_up_if_missing: true,
  })
  const path = `/v1/client/sign_ins/${client.sign_in.id}`
  await world.post(`${path}/prepare_first_factor`, { strategy: 'email_code' })
  await world.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: world.code() })
  await world.reload(<SignInScreen withSignUp />)
  await atStep('start')
  expect(typedIn('Email')).toBe(ada.emailAddress)
})
