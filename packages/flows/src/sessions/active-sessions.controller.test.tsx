import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectAlert, expectHeadingFocus } from '../../tests/page.ts'
import { SessionsSection } from '../../tests/session-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

let world: World

beforeEach(async () => {
  world = await openWorld()
  await world.signIn(ada)
  await world.signInElsewhere(ada, world.server.browser({ ipAddress: '203.0.113.10' }))
  world.show(<SessionsSection />)
  await screen.findByRole('button', { name: 'Sign out 2 others' })
})
afterEach(() => world.close())

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)
const signOutButtons = () => screen.getAllByRole('button', { name: 'Sign out' })

test('this device comes first and cannot be signed out here', () => {
  expect(rows()[0]).toMatch(/^This device/)
  expect(signOutButtons()).toHaveLength(2)
})

test('a device is signed out, pending until the server confirms', async () => {
  const [first] = signOutButtons()
  if (first) await world.user.click(first)
  await waitFor(() => expect(rows()).toHaveLength(2))
  expectHeadingFocus('Active sessions')
})

test('all others are signed out at once', async () => {
  await world.press('Sign out 2 others')
  expect(screen.getAllByText(/Signing out/)).toHaveLength(2)
  await waitFor(() => expect(rows()).toHaveLength(1))
})

test('a device stays in the list when the server does not answer', async () => {
  world.network.isBroken = true
  const [first] = signOutButtons()
  if (first) await world.user.click(first)
  await expectAlert('unreachable')
  expect(rows()).toHaveLength(3)
  expect(screen.queryByText(/Signing out/)).toBeNull()
})
