import { expect, test, vi } from 'vitest'
import { type Backend, createVisitor, startServer } from './visitor.ts'

const places = [
  { mode: 'development', page: 'http://localhost:3000/orders?id=7', frontendApi: 'http://localhost:4000' },
  { mode: 'production', page: 'https://app.example.com/orders', frontendApi: 'https://auth.example.com' },
] as const
type Where = (typeof places)[number]

const startAt = ({ mode, page }: Where): Promise<Backend> =>
  startServer({ mode, origins: [new URL(page).origin], cookieDomain: 'example.com' })

/** Signs somebody up in the browser of a visitor, and keeps there what scripts of the page keep. */
async function signUp({ server }: Backend, visitor: ReturnType<typeof createVisitor>, { page }: Where) {
  const answer = await server.fetch(
    new Request(`${server.url}/v1/client/sign_ups`, {
      method: 'POST',
      headers: { origin: new URL(page).origin, cookie: visitor.cookies() },
      body: new URLSearchParams({
        email_address: 'ada@example.com',
        password: 'correct horse battery staple',
      }),
    }),
  )
  visitor.keep(answer.headers)
  const { client } = await answer.json()
  const [session] = client.sessions
  visitor.jar.set('__session', session.last_active_token.jwt)
  visitor.jar.set('__client_uat', String(Math.floor(client.updated_at / 1000)))
  return { userId: session.user.id as string, sessionId: session.id as string }
}

test.each(places)('in $mode a stranger is signed out, and is not sent around', async (where) => {
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { state, url } = await visitor.open()
  expect([state.status, state.reason, url]).toEqual([
    'signed-out',
    'session-token-and-uat-missing',
    where.page,
  ])
  expect(visitor.jar.has('__clerk_db_jwt')).toBe(where.mode === 'development')
  expect((await visitor.open()).steps).toEqual(['signed-out'])
})

test.each(places)('in $mode who has just signed up is signed in at once', async (where) => {
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { userId } = await signUp(backend, visitor, where)
  const { state, steps } = await visitor.open()
  expect(steps).toEqual(['signed-in'])
  expect(state.toAuth()?.userId).toBe(userId)
})

test.each(places)(
  'in $mode whose token is lost or has expired is signed in after a handshake',
  async (where) => {
    const backend = await startAt(where)
    const { server } = backend
    server.clock.set(Date.now() - 120_000)
    const visitor = createVisitor(backend, where.page, where.frontendApi)
    const { userId } = await signUp(backend, visitor, where)
    server.clock.set(Date.now())

    const asked = await visitor.ask()
    expect([asked.status, asked.reason]).toEqual([
      'handshake',
      'session-token-expired-refresh-non-eligible-no-refresh-cookie',
    ])
    for (const forget of [() => {}, () => visitor.jar.delete('__session')]) {
      forget()
      for (const name of [...visitor.jar.keys()]) if (name.startsWith('__session_')) visitor.jar.delete(name)
      const { state, steps, url } = await visitor.open()
      expect(steps[0]).toBe('handshake')
      expect([state.status, state.toAuth()?.userId, url]).toEqual(['signed-in', userId, where.page])
      expect((await visitor.open()).steps).toEqual(['signed-in'])
    }
    expect([...visitor.jar.keys()].filter((name) => name.startsWith('__clerk_handshake'))).toEqual([])
  },
)

test.each(places)('in $mode whose cookie says nothing of a sign-in is asked after', async (where) => {
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { userId } = await signUp(backend, visitor, where)
  for (const name of [...visitor.jar.keys()]) if (name.startsWith('__client_uat')) visitor.jar.delete(name)
  expect((await visitor.ask()).reason).toBe('session-token-but-no-client-uat')
  const { state } = await visitor.open()
  expect(state.toAuth()?.userId).toBe(userId)
})

test.each(places)('in $mode whose session was ended elsewhere is signed out, and stays so', async (where) => {
  const backend = await startAt(where)
  const { server } = backend
  server.clock.set(Date.now() - 120_000)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { sessionId } = await signUp(backend, visitor, where)
  server.clock.set(Date.now())
  await backend.backend.sessions.revokeSession(sessionId)
  const { state, steps } = await visitor.open()
  expect(steps[0]).toBe('handshake')
  expect(state.status).toBe('signed-out')
  expect(visitor.jar.get('__client_uat')).toBe('0')
  expect([...visitor.jar.keys()].filter((name) => name.startsWith('__session'))).toEqual([])
  expect((await visitor.open()).steps).toEqual(['signed-out'])
})

test('a token in a header is enough, whatever the cookies say', async () => {
  const [where] = places
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { userId } = await signUp(backend, visitor, where)
  const authorization = `Bearer ${visitor.jar.get('__session')}`
  visitor.jar.clear()
  const state = await visitor.ask({ authorization })
  expect([state.status, state.toAuth()?.userId]).toEqual(['signed-in', userId])
})

test('S57: an address with a nonce that was used leads to the page without it', async () => {
  const [where] = places
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  await signUp(backend, visitor, where)
  const query = new URLSearchParams({ redirect_url: where.page, format: 'nonce' })
  const answer = await backend.server.fetch(
    new Request(`${backend.server.url}/v1/client/handshake?${query}`, {
      headers: { cookie: visitor.cookies() },
    }),
  )
  // The package tells of the refusal.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const stolen = answer.headers.get('location') ?? ''
  await createVisitor(backend, stolen, where.frontendApi).open()
  backend.server.clock.advance(10_001)
  const thief = createVisitor(backend, stolen, where.frontendApi)
  const { state, url } = await thief.open()
  expect([state.status, url]).toEqual(['signed-out', where.page])
})

test('backends that know no nonces read the signed answer', async () => {
  const [where] = places
  const backend = await startAt(where)
  const visitor = createVisitor(backend, where.page, where.frontendApi)
  const { userId } = await signUp(backend, visitor, where)
  const query = new URLSearchParams({ redirect_url: where.page })
  const answer = await backend.server.fetch(
    new Request(`${backend.server.url}/v1/client/handshake?${query}`, {
      headers: { cookie: visitor.cookies() },
    }),
  )
  const signed = createVisitor(backend, answer.headers.get('location') ?? '', where.frontendApi)
  const { state } = await signed.open()
  expect(state.toAuth()?.userId).toBe(userId)
})
