import { cleanup, render, screen } from '@testing-library/react'
import { createClerk } from '@usher/client'
import { createTestServer } from '@usher/testing'
import { act, StrictMode, useEffect } from 'react'
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import { SignedIn } from '../guards/signed-in.tsx'
import { SignedOut } from '../guards/signed-out.tsx'
import { useAuth } from '../hooks/use-auth.ts'
import { useSignUp } from '../hooks/use-sign-up.ts'
import { type UseUserReturn, useUser } from '../hooks/use-user.ts'
import { ClerkProvider } from './clerk-provider.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const users = new Set<unknown>()
const tokens = new Set<unknown>()
const shown: { signUp?: ReturnType<typeof useSignUp>['signUp'] } = {}

function Screen() {
  const { user } = useUser()
  const { getToken } = useAuth()
  const { signUp } = useSignUp()
  useEffect(() => {
    if (user) users.add(user)
    tokens.add(getToken)
    shown.signUp = signUp
  })
  return (
    <>
      <SignedOut>somebody else</SignedOut>
      <SignedIn>hello {user?.primaryEmailAddress?.emailAddress}</SignedIn>
    </>
  )
}

test('somebody signs up on a screen of their own, under strict mode', async () => {
  const server = await createTestServer()
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
  const browser = server.browser()
  const requests: string[] = []
  const clerk = createClerk({
    publishableKey: server.publishableKey,
    standardBrowser: false,
    routerPush: () => {},
    fetch: (input, init) => {
      requests.push(new URL(String(input)).pathname)
      return browser.fetch(input as string, init)
    },
  })
  render(
    <StrictMode>
      <ClerkProvider clerk={clerk}>
        <Screen />
      </ClerkProvider>
    </StrictMode>,
  )
  await screen.findByText('somebody else')
  expect(requests).toEqual(['/v1/environment', '/v1/client'])
  const step = async (work: () => Promise<{ error: unknown }>) => {
    await act(async () => {
      expect((await work()).error).toBeNull()
    })
  }
  const now = () => shown.signUp as NonNullable<typeof shown.signUp>
  await step(() =>
    now().password({ emailAddress: 'ada@example.com', password: 'correct horse battery staple' }),
  )
  await step(() => now().verifications.sendEmailCode())
  await step(() => now().verifications.verifyEmailCode({ code: server.inbox.code('ada@example.com') }))
  expect(now().status).toBe('complete')
  await step(() => now().finalize())
  await screen.findByText('hello ada@example.com')
  await act(() => clerk.handleUnauthenticated())
  expect(users.size).toBe(1)
  expect(tokens.size).toBe(1)
  await server.close()
})

test('whoever is loaded and signed in is a user', () => {
  expectTypeOf<Extract<UseUserReturn, { isSignedIn: true }>['user']>().toHaveProperty('primaryEmailAddress')
  expectTypeOf<Extract<UseUserReturn, { isLoaded: false }>['user']>().toEqualTypeOf<undefined>()
})
