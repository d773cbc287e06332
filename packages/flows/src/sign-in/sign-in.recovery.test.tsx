import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { atStep, expectAlert, expectFieldError, fieldError } from '../../tests/page.ts'
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

describe('after a reload', () => {
  test('a sign-in asks for the code that is on its way', async () => {
    await toCode()
    await world.reload(<SignInScreen />)
    await atStep('code')
    await screen.findByText('Code is sent')
    await typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
    expect(world.mailCount()).toBe(2)
    expect(sends()).toBe(0)
  })

  test('a sign-in whose code is too old says so and sends none by itself', async () => {
    await toCode()
    world.advance(11 * 60_000)
    await world.reload(<SignInScreen />)
    await screen.findByText('Code is dead')
    expect(sends()).toBe(0)
  })

  test('a reset still asks for the new password', async () => {
    await toResetCode()
    await typeInto('Code', world.code())
    await atStep('new-password')
    await world.reload(<SignInScreen />)
    await atStep('new-password')
  })
})

describe('when the answer is no verdict', () => {
  test('says that the device is offline and goes on by itself when it is back', async () => {
    await world.createUser(ada)
    world.show(<SignInScreen />)
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    world.network.isOffline = true
    await typeInto('Email', `${ada.emailAddress}{Enter}`)
    await expectAlert('offline')
    expect(screen.getByLabelText('Email')).toHaveProperty('value', ada.emailAddress)
    world.network.isOffline = false
    online.mockRestore()
    window.dispatchEvent(new Event('online'))
    await atStep('password')
  })

  test('says that the server does not answer, and tries again when asked', async () => {
    await world.createUser(ada)
    world.show(<SignInScreen />)
    world.network.isBroken = true
    await typeInto('Email', `${ada.emailAddress}{Enter}`)
    await expectAlert('unreachable')
    world.network.isBroken = false
    await press('Try again')
    await atStep('password')
  })

  test('S46: says when there were too many tries, and clears the older error', async () => {
    await openWorldWith({ limits: true })
    world.show(<SignInScreen />)
    for (let tries = 0; tries < 5; tries += 1) {
      await world.user.clear(screen.getByLabelText('Email'))
      await typeInto('Email', `nobody${tries}@example.com{Enter}`)
      await expectFieldError('Email', 'form_identifier_not_found')
    }
    await typeInto('Email', '{Enter}')
    await expectAlert('too_many_requests')
    expect(fieldError('Email')).toBe('')
  })
})

describe('somebody who is signed in already', () => {
  test('goes where they were heading', async () => {
    await toPassword()
    await typeInto('Password', `${ada.password}{Enter}`)
    await world.expectSignedIn(ada.emailAddress)
    await world.reload(<SignInScreen fallbackRedirectUrl="/app" />)
    await waitFor(() => expect(world.navigations.at(-1)).toBe('/app'))
  })

  test('in another tab is taken over when this one submits', async () => {
    await toPassword()
    await world.signInElsewhere(ada)
    await typeInto('Password', `${ada.password}{Enter}`)
    await world.expectSignedIn(ada.emailAddress)
  })
})
