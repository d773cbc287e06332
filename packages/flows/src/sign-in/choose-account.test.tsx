import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SignInScreen } from '../../tests/screens.tsx'
import { ada, openWorld, type World } from '../../tests/world.tsx'

const grace = { emailAddress: 'grace@example.com', password: 'another horse battery staple' }
let world: World

const at = (address: string) => window.history.replaceState({ key: 'of the router' }, '', address)

beforeEach(async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
  await world.signIn(grace)
  await world.signIn(ada)
})
afterEach(async () => {
  await world.close()
  at('/')
})

const step = (name: string) => screen.findByRole('heading', { name: `Step: ${name}` })

test.each([
  '/sign-in#/choose',
  '/sign-in/choose',
  '/sign-in/choose/?redirect_url=%2Fnotes',
  '/#/sign-in#/choose',
])('at %s a person is asked with which account to go on', async (address) => {
  at(address)
  world.show(<SignInScreen />)
  await step('choose')
  expect(screen.getAllByRole('button', { name: /^Go on as/ })).toHaveLength(2)
})

test.each(['/sign-in', '/choose-a-seat', '/sign-in?redirect_url=%2Fchoose'])(
  'at %s nobody is asked',
  async (address) => {
    at(address)
    world.show(<SignInScreen />)
    await step('start')
  },
)

test('the account that is chosen becomes the active one, and the person goes where they were heading', async () => {
  at('/sign-in?redirect_url=%2Fnotes#/choose')
  world.show(<SignInScreen />)
  await world.press(`Go on as ${grace.emailAddress}`)
  await waitFor(() =>
    expect(world.navigations.map((to) => new URL(to, location.href).pathname)).toEqual(['/notes']),
  )
  await step('complete')
})

test('a person adds another account from there, and the address says so too', async () => {
  at('/sign-in?redirect_url=%2Fnotes#/choose')
  world.show(<SignInScreen />)
  await world.press('Add account')
  await step('start')
  expect(location.href).toMatch(/\/sign-in\?redirect_url=%2Fnotes$/)
  expect(window.history.state).toEqual({ key: 'of the router' })
})

test('an account that cannot be reached is not chosen, and trying again goes on', async () => {
  at('/sign-in#/choose')
  world.show(<SignInScreen />)
  world.network.isBroken = true
  await world.press(`Go on as ${grace.emailAddress}`)
  await screen.findByText('unreachable')
  await step('choose')
  world.network.isBroken = false
  await world.press('Try again')
  await step('complete')
})

test('an account whose session has ended meanwhile leaves the choice', async () => {
  at('/sign-in#/choose')
  world.show(<SignInScreen />)
  const sessions = await world.server.deps.db.selectFrom('sessions').selectAll().execute()
  for (const { id } of sessions)
    await world.server.deps.db
      .updateTable('sessions')
      .set({ status: 'revoked' })
      .where('id', '=', id)
      .execute()
  await world.press(`Go on as ${grace.emailAddress}`)
  await step('start')
})

test('who signs out of all accounts begins anew', async () => {
  at('/sign-in#/choose')
  world.show(<SignInScreen />)
  await world.press('Sign out of all accounts')
  await step('start')
  expect(world.navigations).toEqual(['/'])
  expect(world.signedInUser()).toBeNull()
})

test('where a browser holds one account at a time, nobody chooses', async () => {
  await world.close()
  world = await openWorld()
  await world.signIn(ada)
  at('/sign-in#/choose')
  world.show(<SignInScreen />)
  await step('complete')
  expect(world.navigations.at(-1)).toBe('/')
})
