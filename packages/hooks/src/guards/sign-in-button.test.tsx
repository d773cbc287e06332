import { fireEvent, screen } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { SignInButton } from './sign-in-button.tsx'
import { SignUpButton } from './sign-up-button.tsx'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function press(button: React.ReactNode) {
  const page = world.open()
  await page.show(button)
  await act(async () => void fireEvent.click(screen.getByRole('button')))
  window.history.replaceState(null, '', page.went[0])
  return page.clerk
}

test('somebody who signs in through a button ends where the button says', async () => {
  const clerk = await press(<SignInButton forceRedirectUrl="/welcome" signUpForceRedirectUrl="/tour" />)
  expect(window.location.pathname).toBe('/sign-in')
  expect(clerk.buildAfterSignInUrl({ fallbackRedirectUrl: '/app' })).toBe('/welcome')
  expect(clerk.buildAfterSignUpUrl()).toBe('/tour')
})

test('somebody who signs up through a button comes back here, whatever the button falls back to', async () => {
  window.history.replaceState(null, '', '/articles/7')
  const clerk = await press(<SignUpButton fallbackRedirectUrl="/app">Join</SignUpButton>)
  expect(window.location.pathname).toBe('/sign-up')
  expect(new URL(clerk.buildAfterSignUpUrl(), window.location.href).pathname).toBe('/articles/7')
})

test('S29: an address that somebody else wrote leads nowhere else', async () => {
  const clerk = await press(<SignInButton forceRedirectUrl="https://evil.example/" />)
  expect(window.location.search).toContain('evil.example')
  expect(new URL(clerk.buildAfterSignInUrl(), window.location.href).origin).toBe(window.location.origin)
})
