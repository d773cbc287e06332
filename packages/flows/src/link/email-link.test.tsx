import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atStep } from '../../tests/page.ts'
import { SignInScreen, SignUpScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const soon = { timeout: 4000 }
let world: World

beforeEach(async () => {
  world = await openWorld({
    settings: { emailLinkSignIn: true, emailVerifications: ['email_link', 'email_code'] },
  })
})
afterEach(() => world.close())

const link = () => new URL(world.server.inbox.link(ada.emailAddress))
const confirm = (browser = world.server.browser()) =>
  browser.fetch('/v1/verify', { method: 'POST', body: link().searchParams })

async function toLink() {
  await world.createUser(ada)
  world.show(<SignInScreen />)
  await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
  await atStep('password')
  await world.press('Use another method')
  await world.press('Email a link')
  await screen.findByText('Link is sent')
}

async function toSignUpLink() {
  world.show(<SignUpScreen />)
  await world.typeInto('Email', ada.emailAddress)
  await world.typeInto('Password', ada.password)
  await world.press('Create account')
  await screen.findByText('Link is sent')
}

describe('a sign-in by link', () => {
  test('goes on by itself when the link was confirmed on another device', async () => {
    await toLink()
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
    await world.expectSignedIn(ada.emailAddress)
  })

  test('leads back to the page that it was asked for on', async () => {
    window.history.replaceState(null, '', '/sign-in?redirect_url=%2Fapp')
    await toLink()
    const answer = await confirm()
    const landing = new URL(answer.headers.get('location') ?? '')
    expect([landing.pathname, landing.searchParams.get('redirect_url')]).toEqual(['/sign-in', '/app'])
    window.history.replaceState(null, '', '/')
  })

  test('goes on waiting after a reload, and sends no second link', async () => {
    await toLink()
    await world.reload(<SignInScreen />)
    await screen.findByText('Link is sent')
    expect(world.requests('prepare_first_factor')).toHaveLength(0)
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
  })

  test('says when the link is too old, and goes on with a new one', async () => {
    await toLink()
    world.advance(601_000)
    await screen.findByText('Link is dead', {}, soon)
    await world.press('Send a new link')
    await screen.findByText('Link is sent')
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
  })

  test('is waited for no longer when another method is used', async () => {
    await toLink()
    await world.press('Use another method')
    const asked = world.requests('GET').length
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(world.requests('GET')).toHaveLength(asked)
  })
})

describe('a link on a new device', () => {
  beforeEach(async () => {
    await world.close()
    world = await openWorld({ settings: { emailLinkSignIn: true, clientTrust: true } })
    await world.createUser(ada)
    world.show(<SignInScreen />)
    await world.typeInto('Email', `${ada.emailAddress}{Enter}`)
    await atStep('password')
    await world.typeInto('Password', `${ada.password}{Enter}`)
    await atStep('code')
    world.advance(1_000)
    await world.press('Use another method')
    await world.press('Email a link')
    await screen.findByText('Link is sent')
  })

  test('ends the sign-in that the password began', async () => {
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
    await world.expectSignedIn(ada.emailAddress)
  })

  test('is still waited for after a reload, and replaced when it is too old', async () => {
    await world.reload(<SignInScreen />)
    await screen.findByText('Link is sent')
    expect(world.requests('prepare_second_factor')).toHaveLength(0)
    world.advance(601_000)
    await screen.findByText('Link is dead', {}, soon)
    await world.press('Send a new link')
    await screen.findByText('Link is sent')
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
  })
})

describe('a sign-up by link', () => {
  test('is finished when the link was confirmed', async () => {
    await toSignUpLink()
    await confirm()
    await waitFor(() => expect(world.navigations).toEqual(['/']), soon)
    await world.expectSignedIn(ada.emailAddress)
  })

  test('can be finished by code instead', async () => {
    await toSignUpLink()
    await world.press('Use another method')
    await atStep('verify-email')
    await screen.findByText('Code is sent')
    await world.typeInto('Code', world.code())
    await world.expectSignedIn(ada.emailAddress)
  })
})
