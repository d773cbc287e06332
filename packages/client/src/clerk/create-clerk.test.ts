import { createTestServer } from '@usher/testing'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClerk } from './create-clerk.ts'

const ada = { emailAddress: 'ada@example.com', password: 'correct horse battery staple' }
let server: Awaited<ReturnType<typeof createTestServer>>
beforeEach(async () => {
  server = await createTestServer()
  vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now() })
})
afterEach(async () => {
  vi.useRealTimers()
  await server.close()
})
function open(browser = server.browser(), more = {}) {
  const requests: string[] = []
  const went: string[] = []
  const clerk = createClerk({
    publishableKey: server.publishableKey,
    standardBrowser: false,
    routerPush: (to: string) => void went.push(to),
    fetch: async (input, init) => {
      const url = new URL(String(input))
      requests.push(`${url.searchParams.get('_method') ?? init?.method} ${url.pathname}`)
      return browser.fetch(input as string, init)
    },
    ...more,
  })
  return { clerk, requests, went, browser }
}
async function signUp(page: ReturnType<typeof open>) {
  await page.clerk.load()
  const created = await page.clerk.client!.signUp.create(ada)
  await page.clerk.client!.signUp.prepareEmailAddressVerification({ strategy: 'email_code' })
  const done = await page.clerk.client!.signUp.attemptEmailAddressVerification({
    code: server.inbox.code(ada.emailAddress),
  })
  expect(created.status).toBe('missing_requirements')
  expect(done.status).toBe('complete')
  await page.clerk.setActive({ session: done.createdSessionId!, redirectUrl: '/home' })
}
test('somebody signs up by code, signs out and in by password', async () => {
  const page = open()
  await signUp(page)
  expect(page.clerk.user?.primaryEmailAddress?.emailAddress).toBe(ada.emailAddress)
  expect(page.went).toEqual(['/home'])
  await page.clerk.signOut()
  expect(page.clerk.user).toBeNull()
  const signIn = await page.clerk.client!.signIn.create({
    identifier: ada.emailAddress,
    password: ada.password,
  })
  expect(signIn.status).toBe('complete')
})
test('somebody with a forgotten password sets a new one', async () => {
  const page = open()
  await signUp(page)
  await page.clerk.signOut()
  const begun = await page.clerk.client!.signIn.create({ identifier: ada.emailAddress })
  const factor = begun.supportedFirstFactors!.find((f) => f.strategy === 'reset_password_email_code')!
  server.clock.advance(31_000)
  await page.clerk.client!.signIn.prepareFirstFactor({
    strategy: factor.strategy,
    emailAddressId: factor.emailAddressId,
  })
  await page.clerk.client!.signIn.attemptFirstFactor({
    strategy: factor.strategy,
    code: server.inbox.code(ada.emailAddress),
  })
  const done = await page.clerk.client!.signIn.resetPassword({ password: 'another long pass phrase' })
  expect(done.status).toBe('complete')
})
test('two loads at once ask once', async () => {
  const page = open()
  await Promise.all([page.clerk.load(), page.clerk.load()])
  expect(page.requests).toEqual(['GET /v1/environment', 'GET /v1/client'])
})
test('the token that comes with the client at boot is used', async () => {
  const first = open()
  await signUp(first)
  const again = open(first.browser)
  await again.clerk.load()
  await again.clerk.session!.getToken()
  expect(again.requests.filter((r) => r.includes('/tokens'))).toEqual([])
})
test('two calls for a token at once ask once', async () => {
  const page = open()
  await signUp(page)
  server.clock.advance(50_000)
  vi.setSystemTime(server.clock.now())
  const [a, b] = await Promise.all([page.clerk.session!.getToken(), page.clerk.session!.getToken()])
  expect(a).toBe(b)
  expect(page.requests.filter((r) => r.includes('/tokens'))).toHaveLength(1)
})
test('a device whose clock is an hour ahead does not ask for a token at every call', async () => {
  const page = open()
  await signUp(page)
  vi.setSystemTime(server.clock.now() + 3_600_000)
  for (let i = 0; i < 3; i += 1) await page.clerk.session!.getToken()
  expect(page.requests.filter((r) => r.includes('/tokens')).length).toBeLessThanOrEqual(1)
})
test('user and session keep their identity when an answer changes nothing', async () => {
  const page = open()
  await signUp(page)
  const { user, session } = page.clerk
  server.clock.advance(25_000)
  vi.setSystemTime(server.clock.now())
  await page.clerk.handleUnauthenticated()
  expect(page.clerk.user).toBe(user)
  expect(page.clerk.session).toBe(session)
})
test('a token that arrives after sign-out is forgotten', async () => {
  const page = open()
  await signUp(page)
  const { api } = page.clerk.__internal
  const id = page.clerk.session!.id
  const late = api.tokens.get(id, { skipCache: true })
  api.tokens.forget()
  await late
  expect(api.tokens.secondsLeft(id)).toBe(0)
})
test('a page without WebCrypto writes its cookies under the plain names', async () => {
  const { createBackendCookies } = await import('./backend-cookies.ts')
  const whole = Object.getOwnPropertyDescriptor(globalThis, 'crypto')
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: {} })
  try {
    await createBackendCookies('pk_test_MTI3LjAuMC4xOjQwMDAk').write('a.b.c', 5_000)
  } finally {
    Object.defineProperty(globalThis, 'crypto', whole!)
  }
  expect(document.cookie).toContain('__session=a.b.c')
  expect(document.cookie).toContain('__client_uat=5')
})
test('tokens stay out of the query cache', async () => {
  const page = open()
  await signUp(page)
  expect(page.clerk.session?.lastActiveToken?.jwt).toMatch(/^ey/)
  expect(JSON.stringify(page.clerk.__internal.api.client.get())).not.toContain('eyJ')
})
test('an error of the server says code, field and trace', async () => {
  const page = open()
  await page.clerk.load()
  const error = await page.clerk.client!.signIn.create({ identifier: 'nobody@example.com' }).catch((e) => e)
  expect(error).toMatchObject({
    status: 422,
    errors: [{ code: 'form_identifier_not_found', meta: { paramName: 'identifier' } }],
  })
  expect(error.clerkTraceId).toMatch(/./)
})
test('a dead network ends in status error, and loading again works', async () => {
  let dead = true
  const browser = server.browser()
  const page = open(browser, {
    fetch: async (i: string, n: RequestInit) => {
      if (dead) throw new TypeError('Failed to fetch')
      return browser.fetch(i, n)
    },
  })
  await page.clerk.load()
  expect(page.clerk.status).toBe('error')
  dead = false
  await page.clerk.load()
  expect(page.clerk.status).toBe('ready')
}, 20_000)
test('S29: another origin and other protocols are refused', async () => {
  const page = open()
  await page.clerk.load()
  for (const to of [
    'https://evil.example',
    'javascript:alert(1)',
    '//evil.example',
    'blob:http://localhost/x',
  ])
    await expect(page.clerk.navigate(to)).rejects.toMatchObject({ code: 'redirect_refused' })
})
test('an older answer loses', async () => {
  const page = open()
  await signUp(page)
  const { client } = page.clerk.__internal.api
  const now = client.get()!
  expect(client.write({ ...now, sessions: [], revision: now.revision - 1 })).toBe(false)
  expect(page.clerk.user).not.toBeNull()
})
test('a key whose host only begins with 127. is asked over https', async () => {
  const { frontendUrl } = await import('../transport/base-url.ts')
  expect(frontendUrl({ instanceType: 'development', frontendApi: '127.evil.example' }, undefined, null)).toBe(
    'https://127.evil.example',
  )
})
