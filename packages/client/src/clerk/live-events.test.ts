import { QueryObserver } from '@tanstack/query-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, grace, openWorld, type World } from '../../tests/page.ts'
import { userSessionsQuery } from '../queries/session.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
})
afterEach(() => world.close())

const tab = (browser?: Parameters<World['open']>[0]) => world.open(browser, { standardBrowser: true })

/** Somebody in two browsers, both of which show them. */
async function signedInTwice() {
  const page = tab()
  await world.signUp(page)
  const elsewhere = world.open()
  await elsewhere.clerk.load()
  const { createdSessionId } = await elsewhere.clerk.client!.signIn.create({
    identifier: ada.emailAddress,
    password: ada.password,
  })
  await elsewhere.clerk.setActive({ session: createdSessionId })
  await listening(page)
  return { page, elsewhere }
}

/** Waits until a change elsewhere would be heard. */
const listening = (page: { opened: () => number }) =>
  vi.waitFor(() => expect(page.opened()).toBeGreaterThan(0))

test('a name that is changed in one browser is the name in the other', async () => {
  const { page, elsewhere } = await signedInTwice()
  await elsewhere.clerk.user!.update({ firstName: 'Augusta' })
  await vi.waitFor(() => expect(page.clerk.user?.firstName).toBe('Augusta'))
})

test('S56: who is signed out elsewhere is signed out here', async () => {
  const { page, elsewhere } = await signedInTwice()
  const sessions = await elsewhere.clerk.user!.getSessions()
  await sessions.find(({ id }) => id === page.clerk.session?.id)?.revoke()
  await vi.waitFor(() => expect(page.clerk.user).toBeNull())
})

test('a second account that joins the browser is heard of too', async () => {
  const { page } = await signedInTwice()
  const before = page.opened()
  const session = await world.complete(page, grace)
  await vi.waitFor(() => expect(page.opened()).toBeGreaterThan(before))
  const elsewhere = world.open()
  await elsewhere.clerk.load()
  const { createdSessionId } = await elsewhere.clerk.client!.signIn.create({
    identifier: grace.emailAddress,
    password: grace.password,
  })
  await elsewhere.clerk.setActive({ session: createdSessionId })
  await elsewhere.clerk.user!.update({ firstName: 'Grace' })
  await vi.waitFor(() =>
    expect(page.clerk.client?.sessions.find(({ id }) => id === session)?.user?.firstName).toBe('Grace'),
  )
})

test('a connection that breaks is made again, and what was missed is read', async () => {
  const { page, elsewhere } = await signedInTwice()
  page.network.answer = { path: '/v1/client/events', status: 503 }
  const before = page.opened()
  page.breakStreams()
  await elsewhere.clerk.user!.update({ firstName: 'Augusta' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(page.clerk.user?.firstName).toBeNull()
  page.network.answer = 'all'
  await vi.waitFor(() => expect(page.opened()).toBeGreaterThan(before), { timeout: 5000 })
  await vi.waitFor(() => expect(page.clerk.user?.firstName).toBe('Augusta'))
})

test.each([204, 404])('a server that answers %i is not asked again', async (status) => {
  const page = tab()
  page.network.answer = { path: '/v1/client/events', status }
  await world.signUp(page)
  await new Promise((resolve) => setTimeout(resolve, 1300))
  expect(page.askedForEvents()).toBe(1)
})

test('a page that is left listens no more', async () => {
  const { page, elsewhere } = await signedInTwice()
  page.clerk.__internal.destroy()
  await elsewhere.clerk.user!.update({ firstName: 'Augusta' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(page.clerk.user?.firstName).toBeNull()
})

test('who looks at the list of sessions sees another browser sign in', async () => {
  const { page } = await signedInTwice()
  const { api } = page.clerk.__internal
  const observer = new QueryObserver(api.queryClient, userSessionsQuery(api, page.clerk.user?.id))
  const stop = observer.subscribe(() => {})
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toHaveLength(2))
  const third = world.open()
  await third.clerk.load()
  await third.clerk.client!.signIn.create({ identifier: ada.emailAddress, password: ada.password })
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toHaveLength(3))
  stop()
})
