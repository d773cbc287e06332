import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { getToken } from './get-token.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('a token is had outside of React, also when it is asked for before the provider is there', async () => {
  const session = await world.signIn()
  const early = getToken()
  const page = world.open()
  await page.show(null)
  expect(await early).toBe(await page.clerk.session?.getToken())
  expect(await getToken()).toMatch(/^ey/)
  expect(window).toHaveProperty('Clerk.session.id', session.id)
})

test('nobody who is signed in has a token', async () => {
  await world.open().show(null)
  expect(await getToken()).toBeNull()
})

test('a server that cannot be reached is told', async () => {
  const page = world.open()
  page.network.answer = 'none'
  await page.show(null)
  await expect(getToken()).rejects.toMatchObject({ code: 'network_error' })
})

test('the object is there as long as its provider', async () => {
  const page = world.open()
  const shown = await page.show(null)
  expect(window).toHaveProperty('Clerk', page.clerk)
  shown.unmount()
  expect(window).not.toHaveProperty('Clerk')
})

test('without a provider it gives up after ten seconds', async () => {
  vi.useFakeTimers()
  const refused = expect(getToken()).rejects.toMatchObject({ code: 'clerk_runtime_load_timeout' })
  await vi.advanceTimersByTimeAsync(10_000)
  await refused
})
