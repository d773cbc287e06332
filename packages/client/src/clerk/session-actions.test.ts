import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, grace, openWorld, type World } from '../../tests/page.ts'
import { signInAttempt } from '../queries/attempt.ts'
import { noSignIn } from '../resources/sign-in.ts'
import { toSignInFuture } from '../resources/sign-in-future.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
})
afterEach(() => world.close())

test('somebody whose sign-up is complete is signed in only when the app says so', async () => {
  const page = world.open()
  const session = await world.complete(page)
  expect(page.clerk.client?.sessions.map(({ id }) => id)).toEqual([session])
  expect(page.clerk.client?.lastActiveSessionId).toBe(session)
  expect(page.clerk.session).toBeNull()
  expect(page.clerk.user).toBeNull()
  expect(page.clerk.isSignedIn).toBe(false)
  await page.clerk.setActive({ session })
  expect(page.clerk.session?.id).toBe(session)
})

test('somebody who reloads before that is signed in: the server says which session was last', async () => {
  const page = world.open()
  const session = await world.complete(page)
  const again = world.open(page.browser)
  await again.clerk.load()
  expect(again.clerk.session?.id).toBe(session)
})

test('a page can show nobody, and go back to the session that it left', async () => {
  const page = world.open()
  const session = await world.signUp(page)
  await page.clerk.setActive({ session: null })
  expect(page.clerk.user).toBeNull()
  expect(page.clerk.client?.signedInSessions).toHaveLength(1)
  await page.clerk.setActive({ session })
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
})

test('a second account does not push the first one out', async () => {
  const page = world.open()
  const first = await world.signUp(page)
  const second = await world.complete(page, grace)
  expect(page.clerk.session?.id).toBe(first)
  await page.clerk.setActive({ session: second })
  expect(page.clerk.session?.id).toBe(second)
  await page.clerk.signOut({ sessionId: second })
  expect(page.clerk.session).toBeNull()
  expect(page.clerk.client?.signedInSessions.map(({ id }) => id)).toEqual([first])
})

test('who signs out of one of several accounts is led to the others, and from the last one away', async () => {
  const page = world.open(undefined, { afterSignOutUrl: '/bye', signInUrl: '/login' })
  const first = await world.signUp(page)
  const second = await world.signUp(page, grace)
  await page.clerk.signOut({ sessionId: second })
  expect(page.clerk.session).toBeNull()
  await page.clerk.setActive({ session: first })
  await page.clerk.signOut({ sessionId: first })
  expect(page.went).toEqual(['/login#/choose', '/bye'])
  expect(page.clerk.client?.signedInSessions).toEqual([])
})

test('who signs out of an account that is not the active one stays there', async () => {
  const page = world.open()
  const first = await world.signUp(page)
  const second = await world.signUp(page, grace)
  await page.clerk.signOut({ sessionId: first })
  expect(page.went).toEqual([])
  expect(page.clerk.session?.id).toBe(second)
})

test('where accounts are left of which none is active, signing in begins with a choice', async () => {
  const page = world.open(undefined, { signInUrl: '/login' })
  const session = await world.signUp(page)
  await page.clerk.redirectToSignIn({ redirectUrl: '/notes' })
  await page.clerk.setActive({ session: null })
  await page.clerk.redirectToSignIn({ redirectUrl: '/notes' })
  await page.clerk.signOut({ sessionId: session })
  await page.clerk.redirectToSignIn({ redirectUrl: '/notes' })
  const plain = '/login?redirect_url=%2Fnotes'
  expect(page.went).toEqual([plain, `${plain}#/choose`, '/', plain])
  expect(page.clerk.buildAfterMultiSessionSingleSignOutUrl()).toBe('/login#/choose')
})

test('an app says itself where it goes on after one of several accounts', () => {
  const { clerk } = world.open(undefined, { afterMultiSessionSingleSignOutUrl: '/accounts' })
  expect(clerk.buildAfterMultiSessionSingleSignOutUrl()).toBe('/accounts')
})

test('a listener hears that nobody is active any more', async () => {
  const page = world.open()
  await world.signUp(page)
  const heard: unknown[] = []
  const stop = page.clerk.addListener(({ user }) => heard.push(user))
  await page.clerk.setActive({ session: null })
  stop()
  expect(heard.at(-1)).toBeNull()
})

test('signing out leaves nothing of the person in the cache', async () => {
  const page = world.open()
  await world.signUp(page)
  const { api } = page.clerk.__internal
  await page.clerk.user!.getSessions()
  signInAttempt(api).set({ error: new Error('is incorrect') })
  await page.clerk.signOut()
  const left = api.queryClient.getQueryCache().getAll()
  expect(left.map(({ queryKey }) => queryKey[1]).sort()).toEqual(['client', 'environment'])
  expect(JSON.stringify(left.map(({ state }) => state.data))).not.toContain(ada.emailAddress)
})

test('signing out takes only what is ours from a query client of the app', async () => {
  const { QueryClient } = await import('@tanstack/query-core')
  const queryClient = new QueryClient()
  queryClient.setQueryData(['todos'], ['water the plants'])
  const page = world.open(undefined, { queryClient })
  await world.signUp(page)
  await page.clerk.signOut()
  expect(queryClient.getQueryData(['todos'])).toEqual(['water the plants'])
})

test('a token request of before is not joined after signing out, and its token is dropped', async () => {
  const page = world.open()
  const id = await world.signUp(page)
  const { tokens } = page.clerk.__internal.api
  const asked = () => page.requests.filter((request) => request.includes('/tokens')).length
  const early = tokens.get(id, { skipCache: true })
  tokens.forget()
  const late = tokens.get(id)
  expect(await early).toBeNull()
  expect(await late).toMatch(/^ey/)
  expect(asked()).toBe(2)
})

test('a token request of before is not joined after a change of the account', async () => {
  const page = world.open()
  const first = await world.signUp(page)
  const second = await world.complete(page, grace)
  const { tokens, activate } = page.clerk.__internal.api
  const early = tokens.get(first, { skipCache: true })
  activate(second)
  activate(first)
  const late = tokens.get(first, { skipCache: true })
  expect(late).not.toBe(early)
  await Promise.all([early, late])
  expect(page.requests.filter((request) => request.includes('/tokens'))).toHaveLength(2)
})

test('somebody drops a sign-in that the server still holds, and begins another one', async () => {
  const other = world.open()
  await world.signUp(other)
  const page = world.open()
  await page.clerk.load()
  const { api } = page.clerk.__internal
  const store = signInAttempt(api)
  const now = () => toSignInFuture(store.current() ?? noSignIn, api)
  await now().create({ identifier: ada.emailAddress })
  const dropped = now().id
  expect(dropped).toBeDefined()
  await now().reset()
  expect(page.clerk.client?.signIn.id).toBe(dropped)
  expect(now().id).toBeUndefined()
  expect(now().status).toBe('needs_identifier')
  const { error } = await now().emailCode.sendCode()
  expect(error).toMatchObject({ code: 'no_open_sign_in' })
  await now().create({ identifier: ada.emailAddress })
  expect(now().id).toBeDefined()
  expect(now().id).not.toBe(dropped)
})

test('a sign-in begun after a completed one is the one that is shown', async () => {
  const other = world.open()
  await world.signUp(other)
  await world.signUp(other, grace)
  const page = world.open()
  await page.clerk.load()
  const { api } = page.clerk.__internal
  const now = () => toSignInFuture(signInAttempt(api).current() ?? noSignIn, api)
  await now().create({ identifier: ada.emailAddress, password: ada.password })
  expect(now().status).toBe('complete')
  await now().create({ identifier: grace.emailAddress })
  expect(now().status).toBe('needs_first_factor')
  expect(now().identifier).toBe(grace.emailAddress)
})

test('a screen does not fall back to its start while the completing answer arrives', async () => {
  const other = world.open()
  await world.signUp(other)
  const page = world.open()
  await page.clerk.load()
  const { api } = page.clerk.__internal
  const store = signInAttempt(api)
  const now = () => toSignInFuture(store.current() ?? noSignIn, api)
  await now().create({ identifier: ada.emailAddress })
  const seen = new Set<string>()
  const stops = [api.client, store].map(({ subscribe }) => subscribe(() => void seen.add(now().status)))
  await now().password({ password: ada.password })
  for (const stop of stops) stop()
  expect([...seen]).toEqual(['needs_first_factor', 'complete'])
})
