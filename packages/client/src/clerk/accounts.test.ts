import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, grace, openWorld, type World } from '../../tests/page.ts'
import { readClaims } from '../tokens/read-claims.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
})
afterEach(() => world.close())

/** Two tabs of a browser in which both people are signed in, the second one active in both. */
async function twoTabs() {
  const page = world.open(undefined, { standardBrowser: true })
  const first = await world.signUp(page)
  world.advance(1000)
  const second = await world.signUp(page, grace)
  const other = world.open(page.browser, { standardBrowser: true })
  await other.clerk.load()
  return { page, other, first, second }
}

const cookie = () => document.cookie.match(/__session=([^;]+)/)?.[1] ?? ''

test('a browser begins with the account that was active last', async () => {
  const { page, other, first, second } = await twoTabs()
  expect(other.clerk.session?.id).toBe(second)
  await page.clerk.setActive({ session: first })
  const third = world.open(page.browser)
  await third.clerk.load()
  expect(third.clerk.session?.id).toBe(first)
})

test('an account that is chosen in one tab is the one in the others, and the cookie is its own', async () => {
  const { page, other, first } = await twoTabs()
  await page.clerk.setActive({ session: first })
  await vi.waitFor(() => expect(other.clerk.session?.id).toBe(first))
  expect(other.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
  await vi.waitFor(() => expect(readClaims(cookie())?.sid).toBe(first))
})

test('each account has tokens and calls of its own', async () => {
  const { page, first, second } = await twoTabs()
  const [one, two] = page.clerk.client!.signedInSessions
  expect([one?.id, two?.id]).toEqual([first, second])
  expect(readClaims((await one!.getToken()) ?? '')?.sid).toBe(first)
  expect(readClaims((await two!.getToken()) ?? '')?.sid).toBe(second)
  await page.clerk.user!.update({ firstName: 'Grace' })
  await page.clerk.setActive({ session: first })
  await page.clerk.user!.update({ firstName: 'Ada' })
  expect(page.clerk.client!.sessions.map(({ user }) => user?.firstName)).toEqual(['Ada', 'Grace'])
})

test('a choice that the server does not confirm changes nothing', async () => {
  const { page, first, second } = await twoTabs()
  page.network.answer = { path: `/v1/client/sessions/${first}`, status: 503 }
  await expect(page.clerk.setActive({ session: first })).rejects.toMatchObject({ status: 503 })
  expect(page.clerk.session?.id).toBe(second)
})

test('an account that has ended elsewhere is not chosen, and leaves the list', async () => {
  const { page, first, second } = await twoTabs()
  const { browser } = page
  await browser.post(`/v1/client/sessions/${first}/remove`)
  await expect(page.clerk.setActive({ session: first })).rejects.toMatchObject({ status: 401 })
  await vi.waitFor(() => expect(page.clerk.client?.sessions.map(({ id }) => id)).toEqual([second]))
  expect(page.clerk.session?.id).toBe(second)
})

test('signing out of all accounts empties every tab', async () => {
  const { page, other } = await twoTabs()
  await page.clerk.signOut()
  expect(page.clerk.client?.sessions).toEqual([])
  await vi.waitFor(() => expect(other.clerk.user).toBeNull())
  expect(other.clerk.client?.sessions).toEqual([])
})

test.each([
  ['its life is over', { sessionLifetime: 600_000 }],
  ['nobody used it for too long', { sessionInactivity: 600_000 }],
])(
  'an open tab notices within seconds that a session has ended because %s',
  async (_, settings) => {
    const short = await openWorld({ settings })
    const page = short.open(undefined, { standardBrowser: true })
    await short.signUp(page)
    short.advance(600_000)
    await vi.waitFor(() => expect(page.clerk.user).toBeNull(), { timeout: 8_000 })
    expect(cookie()).toBe('')
    await short.close()
  },
  15_000,
)
