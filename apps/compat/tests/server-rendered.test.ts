import { createClerkClient } from '@clerk/backend'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import type { Page } from 'playwright'
import { expect, inject, test } from 'vitest'
import { withChromium } from './browser.ts'
import { kits, signIn } from './kits.ts'
import { renderingBackends } from './rendering-backends.ts'

const chromium = withChromium()
const password = 'correct horse battery staple'
const backend = () => createClerkClient({ apiUrl: inject('serverUrl'), secretKey: inject('secretKey') })

async function newAccount(name: string) {
  const identifier = `${name}@example.com`
  const user = await backend().users.createUser({ emailAddress: [identifier], password })
  return { userId: user.id, account: { identifier, password } }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor()

/** A token of a session that has expired. */
async function expiredToken(sessionId: string): Promise<string> {
  const { jwt } = await backend().sessions.getToken(sessionId, undefined, 30)
  // A verifier forgives five seconds.
  const end = (decodeJwt(jwt).exp ?? 0) + 6
  await expect.poll(() => Date.now() / 1000, { timeout: 60_000, interval: 500 }).toBeGreaterThan(end)
  return jwt
}

/** Puts a token in the place of the one that the browser holds. */
async function replaceToken(page: Page, jwt: string) {
  const context = page.context()
  const cookies = (await context.cookies()).filter(({ name }) => name.startsWith('__session'))
  expect(cookies).toHaveLength(2)
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, value: jwt })))
}

const cases = renderingBackends.flatMap((rendering) => kits.map((kit) => ({ kit, ...rendering })))

// At once, because each waits until a token has expired.
test.concurrent.each(cases)(
  'a page that $name draws knows who signed in, also after the token has expired, and who is signed out, with $kit.kit',
  async ({ kit, name, start }) => {
    const { userId, account } = await newAccount(`drawn.${name.slice(7)}.${kit.codeLabel.length}`)
    const drawn = await start()
    const page = await chromium.newPage()
    const handshakes: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/v1/client/handshake')) handshakes.push(request.url())
    })
    await page.goto(drawn.url)
    await heading(page, 'Nobody is signed in')
    expect(page.url()).toBe(`${drawn.url}/`)

    await signIn(page, kit, account)
    // Nothing of the application runs any more that could keep its cookies fresh.
    await page.goto('about:blank')
    handshakes.length = 0
    await page.goto(drawn.url)
    await heading(page, `Hello ${account.identifier}`)
    expect(handshakes).toEqual([])

    const { data } = await backend().sessions.getSessionList({ userId, status: 'active' })
    const sessionId = data[0]?.id ?? ''
    const expired = await expiredToken(sessionId)
    await replaceToken(page, expired)
    const refused = await page.request.get(`${drawn.url}/orders`)
    expect(refused.status()).toBe(401)
    await page.goto(`${drawn.url}/?page=2`)
    await heading(page, `Hello ${account.identifier}`)
    expect(handshakes).toHaveLength(1)
    expect(page.url()).toBe(`${drawn.url}/?page=2`)
    const answer = await page.request.get(`${drawn.url}/orders`)
    expect([answer.status(), await answer.json()]).toEqual([200, { userId }])

    await replaceToken(page, expired)
    await backend().sessions.revokeSession(sessionId)
    await page.reload()
    await heading(page, 'Nobody is signed in')
    const left = (await page.context().cookies()).filter(({ name }) => name.startsWith('__session'))
    expect(left).toEqual([])
    drawn.close()
  },
  240_000,
)

test.each(kits)(
  'a token is verified with nothing but the published keys and a JWT library, with $kit',
  async (kit) => {
    const { userId, account } = await newAccount(`jose.${kit.codeLabel.length}`)
    const page = await chromium.newPage()
    await signIn(page, kit, account)
    await page.getByRole('button', { name: 'Get token' }).click()
    const shown = page.getByLabel('Token').filter({ hasText: /./ })
    const token = (await shown.textContent()) ?? ''

    const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', inject('serverUrl')))
    const issuer = `http://127.0.0.1:${new URL(inject('serverUrl')).port}`
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })
    expect(payload).toMatchObject({ sub: userId, azp: kit.appUrl() })
    await expect(jwtVerify(`${token.slice(0, -8)}AAAAAAAA`, keys)).rejects.toThrow('signature')
  },
)

test('a backend keeps users of its own without webhooks: at the first sight, and by walking the changes', async () => {
  const own = new Map<string, { email: string; name: string }>()
  const { users } = backend()
  const toRow = ({ primaryEmailAddress, fullName }: Awaited<ReturnType<typeof users.getUser>>) => ({
    email: primaryEmailAddress?.emailAddress ?? '',
    name: fullName ?? '',
  })
  const { userId } = await newAccount('synced')
  // At the first request of somebody whom it has never seen.
  own.set(userId, toRow(await users.getUser(userId)))
  await users.updateUser(userId, { externalId: `row-${own.size}` })
  expect((await users.getUserList({ externalId: ['row-1'] })).data.map(({ id }) => id)).toEqual([userId])

  // From time to time, of whoever changed since the last walk.
  const since = Date.now()
  await users.updateUser(userId, { firstName: 'Ada', lastName: 'Lovelace' })
  const changed = await users.getUserList({ orderBy: '-updated_at', limit: 10 })
  for (const user of changed.data.filter(({ updatedAt }) => updatedAt >= since)) own.set(user.id, toRow(user))
  expect(own.get(userId)).toEqual({ email: 'synced@example.com', name: 'Ada Lovelace' })
})
