import { locks } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../../tests/page.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  await world.close()
  Reflect.deleteProperty(navigator, 'locks')
})

/** The document of these tests has no Web Locks; the process has real ones. */
const withLocks = () => Object.defineProperty(navigator, 'locks', { configurable: true, value: locks })

async function twoTabs() {
  const page = world.open(undefined, { standardBrowser: true })
  const id = await world.signUp(page)
  const other = world.open(page.browser, { standardBrowser: true })
  await other.clerk.load()
  const asked = () =>
    [...page.requests, ...other.requests].filter((request) => request.includes('/tokens')).length
  return { page, other, id, asked }
}

test('two tabs whose token ends ask for one', async () => {
  withLocks()
  const { page, other, asked } = await twoTabs()
  world.advance(50_000)
  const [one, two] = await Promise.all([page.clerk.session!.getToken(), other.clerk.session!.getToken()])
  expect(one).toMatch(/^ey/)
  expect(two).toBe(one)
  expect(asked()).toBe(1)
})

test('a tab asks although another one sleeps over it', async () => {
  withLocks()
  const { page, id, asked } = await twoTabs()
  let wake = () => {}
  const asleep = new Promise<void>((resolve) => {
    wake = resolve
  })
  const held = locks.request(`usher:token:${id}`, () => asleep)
  world.advance(50_000)
  expect(await page.clerk.session!.getToken()).toMatch(/^ey/)
  expect(asked()).toBe(1)
  wake()
  await held
}, 10_000)

test('a browser without Web Locks asks in each tab', async () => {
  const { page, other } = await twoTabs()
  world.advance(50_000)
  const tokens = await Promise.all([page.clerk.session!.getToken(), other.clerk.session!.getToken()])
  expect(tokens).toEqual([expect.stringMatching(/^ey/), expect.stringMatching(/^ey/)])
})

test('a token that is over is not taken from the cookie', async () => {
  withLocks()
  const { page, asked } = await twoTabs()
  world.advance(3_600_000)
  const before = document.cookie
  const token = await page.clerk.session!.getToken()
  expect(before).not.toContain(token)
  expect(asked()).toBe(1)
})

test('an error of the network reaches whoever asked, once', async () => {
  withLocks()
  const { page, asked } = await twoTabs()
  world.advance(50_000)
  page.network.answer = 'none'
  await expect(page.clerk.session!.getToken()).rejects.toMatchObject({ code: 'network_error' })
  expect(asked()).toBe(1)
})

test('a token of a template that the server does not have is refused in words', async () => {
  const page = world.open()
  await world.signUp(page)
  const asked = page.clerk.session!.getToken({ template: 'supabase' })
  await expect(asked).rejects.toMatchObject({ code: 'token_template_not_found' })
  await expect(asked).rejects.toThrow(/no token template "supabase"/)
})
