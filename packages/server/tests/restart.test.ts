import { expect, test } from 'vitest'
import {
  attemptSignIn,
  attemptSignUp,
  beginSignIn,
  beginSignUp,
  prepareSignIn,
  prepareSignUp,
} from './support/attempts.ts'
import { signUp } from './support/people.ts'
import { createTestDatabase, createTestServer } from './support/test-server.ts'

test('a restart continues every open sign-up, sign-in and session', async () => {
  const database = await createTestDatabase()
  const before = await createTestServer({ database })
  const ada = await signUp(before)
  const inMiddle = { up: before.browser(), in: before.browser() }
  const open = {
    up: await beginSignUp(inMiddle.up, { email_address: 'grace@example.com' }),
    in: await beginSignIn(inMiddle.in),
  }
  await prepareSignUp(inMiddle.up, open.up)
  await prepareSignIn(inMiddle.in, open.in)
  const { body: keys } = await before.browser().get('/v1/jwks')
  await before.close()

  const after = await createTestServer({ database })
  const move = (old: typeof ada.browser) => {
    const browser = after.browser()
    for (const [name, value] of Object.entries(old.jar.all()))
      browser.jar.set(name, value, { maxAge: 1, httpOnly: true })
    return browser
  }
  const adaAfter = move(ada.browser)
  expect((await adaAfter.get('/v1/me')).body.response.id).toBe(ada.userId)
  expect((await adaAfter.post(`/v1/client/sessions/${ada.sessionId}/tokens`)).status).toBe(200)
  expect((await after.browser().get('/v1/jwks')).body).toEqual(keys)
  const up = await attemptSignUp(move(inMiddle.up), open.up, before.inbox.code('grace@example.com'))
  expect(up.body.response.status).toBe('complete')
  const signedIn = await attemptSignIn(move(inMiddle.in), open.in, before.inbox.code('ada@example.com'))
  expect(signedIn.body.response.status).toBe('complete')
})

test('two servers on one database share attempts and sessions', async () => {
  const database = await createTestDatabase()
  const one = await createTestServer({ database })
  const two = await createTestServer({ database })
  const { browser, sessionId } = await signUp(one)
  const elsewhere = two.browser()
  elsewhere.jar.set('__client', browser.jar.get('__client') ?? '', { maxAge: 1, httpOnly: true })
  expect((await elsewhere.get('/v1/me')).status).toBe(200)
  await elsewhere.post(`/v1/client/sessions/${sessionId}/end`)
  expect((await browser.get('/v1/me')).status).toBe(401)
})
