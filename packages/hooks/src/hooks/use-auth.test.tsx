import { renderHook } from '@testing-library/react'
import { act, useEffect } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/world.tsx'
import { useAuth } from './use-auth.ts'
import { useSessionList } from './use-session-list.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

function EarlyCall({ onToken }: { onToken: (token: Promise<string | null>) => void }) {
  const { getToken } = useAuth()
  useEffect(() => onToken(getToken()), [getToken, onToken])
  return null
}

test('a token that is asked for before anything is known waits, and is asked for once', async () => {
  await world.signIn()
  const page = world.open()
  const tokens: Promise<string | null>[] = []
  const keep = (token: Promise<string | null>) => void tokens.push(token)
  await page.show(<EarlyCall onToken={keep} />)
  const [first] = await Promise.all(tokens)
  expect(first).toMatch(/^ey/)
  expect(page.requests).toEqual(['/v1/environment', '/v1/client'])
})

test('nobody has a token, and that is no error', async () => {
  const page = world.open()
  const { result } = renderHook(() => useAuth(), { wrapper: ({ children }) => page.around(children) })
  await expect(act(() => result.current.getToken())).resolves.toBeNull()
})

test('a token of a template that the server does not have is refused in words', async () => {
  await world.signIn()
  const page = world.open()
  const { result } = renderHook(() => useAuth(), { wrapper: ({ children }) => page.around(children) })
  await act(() => page.clerk.load())
  await expect(act(() => result.current.getToken({ template: 'hasura' }))).rejects.toMatchObject({
    name: 'ClerkRuntimeError',
    code: 'token_template_not_found',
  })
})

test('the claims of the token say the same as the ids', async () => {
  const session = await world.signIn()
  const page = world.open()
  const { result } = renderHook(() => useAuth(), { wrapper: ({ children }) => page.around(children) })
  expect(result.current.sessionClaims).toBeUndefined()
  await act(() => page.clerk.load())
  expect(result.current).toMatchObject({ isSignedIn: true, sessionId: session.id, userId: session.user.id })
  expect(result.current.sessionClaims).toMatchObject({ sid: session.id, sub: session.user.id })
  await act(() => page.clerk.setActive({ session: null }))
  expect(result.current).toMatchObject({ isSignedIn: false, sessionId: null, userId: null })
  expect(result.current.sessionClaims).toBeNull()
})

test('an account of this browser can be left and taken up again', async () => {
  await world.signIn()
  const page = world.open()
  const { result } = renderHook(() => ({ ...useAuth(), ...useSessionList() }), {
    wrapper: ({ children }) => page.around(children),
  })
  await act(() => page.clerk.load())
  await act(async () => result.current.setActive?.({ session: null }))
  expect(result.current.isSignedIn).toBe(false)
  expect(result.current.sessions).toHaveLength(1)
  await act(async () => result.current.setActive?.({ session: result.current.sessions?.[0] }))
  expect(result.current.isSignedIn).toBe(true)
})
