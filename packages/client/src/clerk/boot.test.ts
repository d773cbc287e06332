import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ada, grace, openWorld, type World } from '../../tests/page.ts'

const boot = ['GET /v1/environment', 'GET /v1/client']
let world: World
beforeEach(async () => {
  world = await openWorld({ settings: { singleSessionMode: false } })
})
afterEach(() => world.close())

const tab = (browser?: Parameters<World['open']>[0]) => world.open(browser, { standardBrowser: true })

test('a page that is mounted twice asks once', async () => {
  const page = tab()
  const first = page.clerk.load()
  page.clerk.__internal.destroy()
  await Promise.all([first, page.clerk.load()])
  expect(page.requests).toEqual(boot)
  expect(page.clerk.status).toBe('ready')
})

test('a page that is loaded again after its end hears of the other tab again', async () => {
  const page = tab()
  await page.clerk.load()
  page.clerk.__internal.destroy()
  const other = tab(page.browser)
  await world.signUp(other)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(page.clerk.user).toBeNull()
  await page.clerk.load()
  const session = await world.complete(other, grace)
  await other.clerk.setActive({ session })
  await vi.waitFor(() => expect(page.clerk.session?.id).toBe(session))
})

test('somebody who signs in, changes the account and signs out in one tab does so in the other', async () => {
  const page = tab()
  await page.clerk.load()
  const other = tab(page.browser)
  const first = await world.complete(other)
  await vi.waitFor(() => expect(page.clerk.client?.sessions).toHaveLength(1))
  expect(page.clerk.user).toBeNull()
  await other.clerk.setActive({ session: first })
  await vi.waitFor(() => expect(page.clerk.session?.id).toBe(first))
  const second = await world.signUp(other, grace)
  await vi.waitFor(() => expect(page.clerk.session?.id).toBe(second))
  await other.clerk.signOut()
  await vi.waitFor(() => expect(page.clerk.user).toBeNull())
  expect(page.requests).toEqual(boot)
})

test('a page opens with the session that the app selects, and with nobody when it selects none', async () => {
  const page = tab()
  const first = await world.signUp(page)
  const second = await world.signUp(page, grace)
  const opened = world.open(page.browser, {
    selectInitialSession: ({ sessions }) => sessions.find(({ id }) => id === first) ?? null,
  })
  await opened.clerk.load()
  expect(opened.clerk.session?.id).toBe(first)
  const asUsual = world.open(page.browser)
  await asUsual.clerk.load()
  expect(asUsual.clerk.session?.id).toBe(second)
  const nobody = world.open(page.browser, { selectInitialSession: () => null })
  await nobody.clerk.load()
  expect(nobody.clerk.user).toBeNull()
  expect(nobody.clerk.client?.signedInSessions).toHaveLength(2)
})

test('what is heard from another tab leaves the cookie of the app alone', async () => {
  const page = tab()
  await page.clerk.load()
  const other = tab(page.browser)
  const session = await world.signUp(other)
  await vi.waitFor(() => expect(page.clerk.session?.id).toBe(session))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(document.cookie).toMatch(/__session=ey/)
})

test('nobody is signed in for the backends of the app before the app says so', async () => {
  const page = tab()
  const session = await world.complete(page)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(document.cookie).not.toContain('__session=ey')
  await page.clerk.setActive({ session })
  await vi.waitFor(() => expect(document.cookie).toContain('__session=ey'))
})

test.each([
  ['fails', { path: '/v1/client', status: 503 }],
  ['does not answer', 'none' as const],
])(
  'somebody signed in stays so while the server %s, and is asked for again',
  async (_, answer) => {
    const page = tab()
    const session = await world.signUp(page)
    await vi.waitFor(() => expect(document.cookie).toContain('__session=ey'))
    const again = tab(page.browser)
    again.network.answer = answer
    await again.clerk.load()
    expect(again.clerk.status).toBe('degraded')
    expect(again.clerk.loaded).toBe(true)
    expect(again.clerk.session?.id).toBe(session)
    expect(again.clerk.user?.id).toBe(page.clerk.user?.id)
    expect(again.clerk.user?.primaryEmailAddress).toBeNull()
    again.network.answer = 'all'
    await vi.waitFor(() => expect(again.clerk.status).toBe('ready'), 3_000)
    expect(again.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
  },
  20_000,
)

test('a page that gets no answer asks again at once when the network is back', async () => {
  const page = tab()
  page.network.answer = { path: '/v1/client', status: 503 }
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await page.clerk.load()
  expect(page.clerk.status).toBe('degraded')
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"usher serve" starts it.'))
  warn.mockRestore()
  expect(page.clerk.user).toBeNull()
  page.network.answer = 'all'
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(page.clerk.status).toBe('ready'), 400)
})

test('a page whose server fails leaves the cookie of the app alone', async () => {
  const page = tab()
  await world.signUp(page)
  await vi.waitFor(() => expect(document.cookie).toContain('__session=ey'))
  const before = document.cookie
  const again = tab(page.browser)
  again.network.answer = { path: '/v1/client', status: 503 }
  await again.clerk.load()
  expect(document.cookie).toBe(before)
})

test('a refusal of the server is an error, and nobody asks again by themselves', async () => {
  const page = tab()
  page.network.answer = { path: '/v1/client', status: 400 }
  await page.clerk.load()
  expect(page.clerk.status).toBe('error')
  expect(page.clerk.loaded).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(page.requests).toEqual(boot)
})

test('a page that has ended does not ask again', async () => {
  const page = tab()
  page.network.answer = { path: '/v1/client', status: 503 }
  await page.clerk.load()
  page.clerk.__internal.destroy()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(page.requests).toEqual(boot)
})
