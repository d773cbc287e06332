import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { UserButtonSection } from '../../tests/session-screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const grace = { emailAddress: 'grace@example.com', password: 'another horse battery staple' }
let world: World

afterEach(() => world.close())

test('one account is shown with a way to it and a way out', async () => {
  world = await openWorld()
  await world.signIn(ada)
  world.show(<UserButtonSection />)
  expect(screen.getByText(`Account: ${ada.emailAddress}`)).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Add account' })).toBeNull()
  await world.press('Manage account')
  expect(world.navigations).toEqual(['/profile'])
  await world.press('Sign out')
  await waitFor(() => expect(world.navigations).toEqual(['/profile', '/bye']))
  expect(world.signedInUser()).toBeNull()
})

test('several accounts can be switched and signed out together', async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
  await world.signIn(grace)
  await world.signIn(ada)
  world.show(<UserButtonSection />)
  expect(screen.getByText(`Account: ${ada.emailAddress}`)).toBeDefined()
  await world.press(`Switch to ${grace.emailAddress}`)
  await screen.findByText(`Account: ${grace.emailAddress}`)
  await waitFor(() => expect(world.navigations).toEqual(['/']))
  await world.press('Add account')
  expect(world.navigations.at(-1)).toBe('/sign-in')
  await world.press('Sign out of all accounts')
  await waitFor(() => expect(world.navigations.at(-1)).toBe('/bye'))
  expect(world.signedInUser()).toBeNull()
})

test('an account of several is signed out, and the person is led to the others', async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
  await world.signIn(grace)
  await world.signIn(ada)
  world.show(<UserButtonSection />)
  await world.press('Sign out')
  await waitFor(() => expect(world.navigations).toEqual(['/sign-in#/choose']))
  expect(world.signedInUser()).toBeNull()
  expect(screen.getByText('Account:')).toBeDefined()
})

test('an account stays the one that it was when the change finds no answer, and it can be tried again', async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
  await world.signIn(grace)
  await world.signIn(ada)
  world.show(<UserButtonSection />)
  world.network.isBroken = true
  await world.press(`Switch to ${grace.emailAddress}`)
  await screen.findByText('unreachable')
  expect(screen.getByText('Pending:')).toBeDefined()
  expect(screen.getByText(`Account: ${ada.emailAddress}`)).toBeDefined()
  world.network.isBroken = false
  await world.press(`Switch to ${grace.emailAddress}`)
  await screen.findByText(`Account: ${grace.emailAddress}`)
  expect(screen.queryByText('unreachable')).toBeNull()
})
