import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { AuthenticateWithRedirectCallback } from './authenticate-with-redirect-callback.tsx'
import { HandleSSOCallback } from './handle-sso-callback.tsx'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const ways = () => ({ navigateToApp: vi.fn(), navigateToSignIn: vi.fn(), navigateToSignUp: vi.fn() })

test('whoever comes back without having gone to a provider is led to the sign-in, once', async () => {
  const page = world.open()
  const went = ways()
  await page.show(<HandleSSOCallback {...went} />)
  await vi.waitFor(() => expect(went.navigateToSignIn).toHaveBeenCalled())
  expect(went.navigateToSignIn).toHaveBeenCalledTimes(1)
  expect(went.navigateToApp).not.toHaveBeenCalled()
  expect(went.navigateToSignUp).not.toHaveBeenCalled()
})

test('the way on of a page that gives no way of its own is the sign-in page', async () => {
  const page = world.open()
  await page.show(<AuthenticateWithRedirectCallback signInUrl="/enter" />)
  await vi.waitFor(() => expect(page.went).toHaveLength(1))
  expect(page.went[0]).toContain('/enter')
})

test('nothing is taken up before it is known who is signed in', async () => {
  const page = world.open()
  page.network.answer = 'none'
  const went = ways()
  await page.show(<HandleSSOCallback {...went} />).catch(() => undefined)
  await act(async () => {})
  expect(went.navigateToSignIn).not.toHaveBeenCalled()
})
