import { expect, test } from 'vitest'
import { createTestAuthenticator, type Misdeeds } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import {
  addPasskey,
  beginPasskey,
  beginSignIn,
  refused,
  signIns,
  start,
  startWithAda,
  strategy,
} from './support/passkeys.ts'
import { signUp } from './support/people.ts'

const misdeeds: [name: string, Misdeeds][] = [
  ['another page', { origin: 'http://localhost:5174' }],
  ['a page that looks alike', { origin: 'http://localhost:5173.example.com' }],
  ['another host', { rpId: 'example.com' }],
  ['a part of the host', { rpId: 'host' }],
  ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['an empty challenge', { challenge: '' }],
  ['a frame in a page of somebody else', { crossOrigin: true }],
  ['nobody who was verified', { isVerified: false }],
  ['nobody who was there', { isPresent: false, isVerified: false }],
]

test.each([...misdeeds, ['the making of a passkey', { type: 'webauthn.create' }] as const])(
  'S41: an assertion for %s signs nobody in',
  async (_, given) => {
    const { server, authenticator } = await startWithAda()
    const { nonce, attempt } = await beginSignIn(server.browser())
    const answer = await attempt(await authenticator.get(nonce, given))
    expect(faultOf(answer)).toBe(refused)
    expect(answer.body.meta.client.sessions).toEqual([])
    expect((await attempt(await authenticator.get(nonce))).body.response.status).toBe('complete')
  },
)

test.each([...misdeeds, ['signing in', { type: 'webauthn.get' }] as const])(
  'S41: a passkey that was made for %s is not kept',
  async (_, given) => {
    const server = await start()
    const ada = await signUp(server)
    const { nonce, verify } = await beginPasskey(ada.browser)
    const answer = await verify(await createTestAuthenticator().create(nonce, given))
    expect(faultOf(answer)).toBe(refused)
    expect(answer.body.meta.client.sessions[0].user.passkeys).toEqual([])
  },
)

test('S41: a challenge has 256 bits, is another one each time and lives for five minutes', async () => {
  const { server, authenticator } = await startWithAda()
  const challenges = new Set<string>()
  for (let count = 0; count < 20; count++) {
    const { challenge } = JSON.parse((await beginSignIn(server.browser())).nonce)
    expect(atob(challenge.replaceAll('-', '+').replaceAll('_', '/'))).toHaveLength(32)
    challenges.add(challenge)
  }
  expect(challenges.size).toBe(20)
  const inTime = await beginSignIn(server.browser())
  const late = await beginSignIn(server.browser())
  server.clock.advance(299_999)
  expect((await inTime.attempt(await authenticator.get(inTime.nonce))).status).toBe(200)
  server.clock.advance(1)
  expect(faultOf(await late.attempt(await authenticator.get(late.nonce)))).toBe('400 verification_expired')
})

test('S41: an assertion counts once: not again, and not in another browser or another sign-in', async () => {
  const { server, authenticator } = await startWithAda({ singleSessionMode: false })
  const browser = server.browser()
  const { id, nonce, attempt } = await beginSignIn(browser)
  const other = await beginSignIn(browser)
  const elsewhere = await beginSignIn(server.browser())
  const credential = await authenticator.get(nonce)
  expect(faultOf(await other.attempt(credential))).toBe(refused)
  expect(faultOf(await elsewhere.attempt(credential))).toBe(refused)
  const foreign = await server.browser().post(`${signIns}/${id}/attempt_first_factor`, {
    strategy,
    public_key_credential: credential,
  })
  expect(foreign.status).toBe(404)
  expect((await attempt(credential)).body.response.status).toBe('complete')
  expect(faultOf(await attempt(credential))).toBe('400 verification_already_verified')
  expect(faultOf(await other.attempt(credential))).toBe(refused)
})

test('S41: a new challenge voids the one before it', async () => {
  const { server, authenticator } = await startWithAda()
  const browser = server.browser()
  const { id, nonce, attempt } = await beginSignIn(browser)
  const again = await browser.post(`${signIns}/${id}/prepare_first_factor`, { strategy })
  const { nonce: next } = again.body.response.first_factor_verification
  expect(faultOf(await attempt(await authenticator.get(nonce)))).toBe(refused)
  expect((await attempt(await authenticator.get(next))).status).toBe(200)
})

test('S41: of ten answers at once with one assertion exactly one signs in', async () => {
  const { server, authenticator } = await startWithAda({ singleSessionMode: false })
  for (let race = 0; race < 10; race++) {
    const { nonce, attempt } = await beginSignIn(server.browser())
    const credential = await authenticator.get(nonce)
    const answers = await Promise.all(Array.from({ length: 10 }, () => attempt(credential)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  }
  const sessions = await server.deps.db.selectFrom('sessions').select('id').execute()
  expect(sessions).toHaveLength(11)
})

test('S41: of ten answers at once exactly one passkey is kept, and an answer is worth nothing twice', async () => {
  const server = await start()
  const ada = await signUp(server)
  const { nonce, verify } = await beginPasskey(ada.browser)
  const credential = await createTestAuthenticator().create(nonce)
  const answers = await Promise.all(Array.from({ length: 10 }, () => verify(credential)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(faultOf(await verify(credential))).toBe('400 verification_already_verified')
  expect((await ada.browser.get('/v1/me')).body.response.passkeys).toHaveLength(1)
})

test('S41: a fifth wrong answer kills the challenge', async () => {
  const { server, authenticator } = await startWithAda()
  const { nonce, attempt } = await beginSignIn(server.browser())
  for (let count = 0; count < 5; count++)
    expect(faultOf(await attempt(await authenticator.get(nonce, { isVerified: false })))).toBe(refused)
  expect(faultOf(await attempt(await authenticator.get(nonce)))).toBe('400 verification_failed')
})

test('a passkey of one person opens the account of nobody else', async () => {
  const { server, ada, authenticator } = await startWithAda()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const ofEve = createTestAuthenticator()
  const idOfEve = await addPasskey(eve.browser, ofEve)
  const { nonce, attempt } = await beginSignIn(server.browser(), ada.address)
  expect(faultOf(await attempt(await ofEve.get(nonce)))).toBe('422 passkey_not_registered')
  const [ownKey] = authenticator.passkeys
  const [keyOfEve] = ofEve.passkeys
  if (!ownKey || !keyOfEve) throw new Error('both have a key')
  // Her signature under the name of the other key, and the other way round under the other handle.
  const stolen = JSON.parse(await ofEve.get(nonce))
  const { id } = JSON.parse(await authenticator.get(nonce))
  expect(faultOf(await attempt(JSON.stringify({ ...stolen, id, rawId: id })))).toBe(refused)
  const asEve = await authenticator.get(nonce, { userHandle: keyOfEve.userHandle })
  expect(faultOf(await attempt(asEve))).toBe(refused)
  expect((await attempt(await authenticator.get(nonce))).body.response.status).toBe('complete')

  for (const call of [
    ada.browser.get(`/v1/me/passkeys/${idOfEve}`),
    ada.browser.patch(`/v1/me/passkeys/${idOfEve}`, { name: 'mine' }),
    ada.browser.delete(`/v1/me/passkeys/${idOfEve}`),
  ])
    expect(faultOf(await call)).toBe('404 resource_not_found')
  const begunByEve = await beginPasskey(eve.browser)
  const answer = await ada.browser.post(`/v1/me/passkeys/${begunByEve.id}/attempt_verification`, {
    strategy,
    public_key_credential: await createTestAuthenticator().create(begunByEve.nonce),
  })
  expect(faultOf(answer)).toBe('404 resource_not_found')
})

test('nobody takes over a credential that somebody else has', async () => {
  const { server, authenticator } = await startWithAda()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const { nonce, verify } = await beginPasskey(eve.browser)
  const [key] = authenticator.passkeys
  const copy = createTestAuthenticator()
  const made = await copy.create(nonce, { id: key?.id })
  expect(faultOf(await verify(made))).toBe('400 passkey_already_exists')
  const user = await eve.browser.get('/v1/me')
  expect(user.body.response.passkeys).toEqual([])
})
