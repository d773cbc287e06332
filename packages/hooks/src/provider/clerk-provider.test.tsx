import { fireEvent, render, screen } from '@testing-library/react'
import type { Clerk } from '@usher/client'
import { act, Component, memo, type ReactNode, useState } from 'react'
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from 'vitest'
import { ada, openWorld, type World } from '../../tests/world.tsx'
import { SignedIn } from '../guards/signed-in.tsx'
import { useAuth } from '../hooks/use-auth.ts'
import { useClerk } from '../hooks/use-clerk.ts'
import { useEnvironment } from '../hooks/use-environment.ts'
import { useSession } from '../hooks/use-session.ts'
import { type UseUserReturn, useUser } from '../hooks/use-user.ts'
import { useLook } from './clerk-context.ts'
import { ClerkProvider } from './clerk-provider.tsx'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

function Screen({ seen }: { seen: { users: Set<unknown>; tokens: Set<unknown> } }) {
  const { user } = useUser()
  if (user) seen.users.add(user)
  seen.tokens.add(useAuth().getToken)
  return <SignedIn>hello {user?.primaryEmailAddress?.emailAddress}</SignedIn>
}

test('under strict mode the page asks once, and who is signed in keeps their identity', async () => {
  await world.signIn()
  const page = world.open()
  const seen = { users: new Set<unknown>(), tokens: new Set<unknown>() }
  render(page.around(<Screen seen={seen} />))
  await screen.findByText(`hello ${ada.emailAddress}`)
  expect(page.requests).toEqual(['/v1/environment', '/v1/client'])
  await act(() => page.clerk.handleUnauthenticated())
  expect(seen.users.size).toBe(1)
  expect(seen.tokens.size).toBe(1)
})

test('a page that was left and comes back shows who is signed in, and still asks once', async () => {
  await world.signIn()
  const page = world.open()
  const { unmount } = await page.show(<SignedIn>hello</SignedIn>)
  unmount()
  await page.show(<SignedIn>hello again</SignedIn>)
  expect(screen.getByText('hello again')).toBeDefined()
  expect(page.requests).toEqual(['/v1/environment', '/v1/client'])
})

const renders = { hooks: 0, look: 0 }
const Hooks = memo(() => {
  renders.hooks += 1
  const all = [useUser(), useSession(), useAuth(), useClerk(), useEnvironment()]
  return <p>{all.length} hooks</p>
})
const Look = memo(() => {
  renders.look += 1
  const { appearance, nonce } = useLook()
  return <p>{`${(appearance as { count: number }).count} ${nonce}`}</p>
})

function App({ clerk }: { clerk: Clerk }) {
  const [count, setCount] = useState(0)
  return (
    <ClerkProvider clerk={clerk} appearance={{ count }} localization={{}} nonce="abc">
      <button type="button" onClick={() => setCount(count + 1)}>
        Another look
      </button>
      <Hooks />
      <Look />
    </ClerkProvider>
  )
}

test('an app that writes its look inline renders only who draws it', async () => {
  await world.signIn()
  const { clerk } = world.open()
  render(<App clerk={clerk} />)
  await act(() => clerk.load())
  const before = { ...renders }
  for (let i = 0; i < 5; i += 1) fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('5 abc')).toBeDefined()
  expect(renders).toEqual({ hooks: before.hooks, look: before.look + 5 })
})

class Boundary extends Component<{ onError: (error: unknown) => void; children: ReactNode }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError = () => ({ hasFailed: true })
  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }
  override render() {
    return this.state.hasFailed ? null : this.props.children
  }
}

function HookOutside() {
  useUser()
  return null
}

test.each([
  ['no key', 'no_publishable_key', () => <ClerkProvider />],
  ['a wrong key', 'invalid_publishable_key', () => <ClerkProvider publishableKey="pk_nonsense" />],
  [
    'a provider in another one',
    'nested_clerk_provider',
    () => world.open().around(world.open().around(null)),
  ],
  ['no provider', 'no_clerk_provider', () => <HookOutside />],
])('%s is refused with the code %s', (_, code, content) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const errors: unknown[] = []
  render(<Boundary onError={(error) => errors.push(error)}>{content()}</Boundary>)
  log.mockRestore()
  expect(errors[0]).toMatchObject({ name: 'ClerkRuntimeError', code })
})

test('whoever is loaded and signed in is a user', () => {
  expectTypeOf<Extract<UseUserReturn, { isSignedIn: true }>['user']>().toHaveProperty('primaryEmailAddress')
  expectTypeOf<Extract<UseUserReturn, { isLoaded: false }>['user']>().toEqualTypeOf<undefined>()
})
