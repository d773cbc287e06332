import { sessionVerification } from '@usher/protocol'
import { expect, test } from 'vitest'
import { createTestAuthenticator } from '../src/testing/index.ts'
import { add } from './support/email-addresses.ts'
import { faultOf } from './support/faults.ts'
import { addPasskey, passkey, refused, signIns, startWithAda, strategy } from './support/passkeys.ts'
import { signInElsewhere, signUp } from './support/people.ts'
import { growStale, proveAgain, verificationOf } from './support/reverification.ts'
import { addApp, secondFactors } from './support/second-factors.ts'

type Browser = Parameters<typeof verificationOf>[0]
type Factor = 'first' | 'second'

/** Asks for the challenge of a session's verification; `prove` hands in what an authenticator says. */
async function beginProof(browser: Browser, sessionId: string, factor: Factor = 'first') {
  const { prepare, attempt } = verificationOf(browser, sessionId)
  const begun = (await prepare(factor, { strategy })).body.response
  return {
    begun,
    nonce: String(begun[`${factor}_factor_verification`].nonce),
    prove: (public_key_credential: string) => attempt(factor, { strategy, public_key_credential }),
  }
}

/** Ada with a passkey, who signed in a while ago and is asked to prove who she is. */
async function startStale(...given: Parameters<typeof startWithAda>) {
  const world = await startWithAda(...given)
  growStale(world.server)
  const { start } = verificationOf(world.ada.browser, world.ada.sessionId)
  const started = (await start()).body.response
  return { ...world, start, started }
}

test('S37: a person proves with a passkey who they are, and goes on', async () => {
  const { ada, authenticator, started } = await startStale()
  expect(started.supported_first_factors[0]).toEqual({ strategy })
  expect(faultOf(await add(ada.browser, 'new@example.com'))).toBe('403 session_reverification_required')
  const { begun, nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  expect(sessionVerification.parse(begun).first_factor_verification).toMatchObject({
    ...{ status: 'unverified', strategy },
  })
  const { body } = await prove(await authenticator.get(nonce))
  expect(body.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, -1] } })
  expect((await add(ada.browser, 'new@example.com')).status).toBe(200)
})

test('a passkey shows two things at once, so nobody asks for the second factor', async () => {
  const { server, ada, authenticator } = await startWithAda({ secondFactors })
  await addApp(server, ada.browser)
  growStale(server)
  await verificationOf(ada.browser, ada.sessionId).start()
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  const { body } = await prove(await authenticator.get(nonce))
  expect(body.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, 0] } })
})

test('S34: where the settings say so a passkey is one factor, and no second one', async () => {
  const { server, ada, authenticator } = await startWithAda({
    secondFactors,
    passkey: { ...passkey, satisfiesSecondFactor: false },
  })
  const { secret } = await addApp(server, ada.browser)
  growStale(server)
  const { start, prepare, attempt } = verificationOf(ada.browser, ada.sessionId)
  await start()
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  const { body } = await prove(await authenticator.get(nonce))
  expect(body.response).toMatchObject({ status: 'needs_second_factor' })
  const strategies = body.response.supported_second_factors.map((factor: object) => Object.values(factor)[0])
  expect(strategies).toEqual(['totp', 'backup_code'])
  expect(faultOf(await prepare('second', { strategy }))).toBe('422 form_param_value_invalid strategy')
  expect(faultOf(await add(ada.browser, 'new@example.com'))).toBe('403 session_reverification_required')
  const code = await server.authenticator(secret)
  expect((await attempt('second', { strategy: 'totp', code })).body.response.status).toBe('complete')
})

test('a passkey serves as second factor after the password', async () => {
  const { server, ada, authenticator } = await startWithAda({ secondFactors })
  await addApp(server, ada.browser)
  growStale(server)
  const half = (await proveAgain(ada)).body.response
  expect(half).toMatchObject({ status: 'needs_second_factor' })
  expect(half.supported_second_factors.at(-1)).toEqual({ strategy })
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId, 'second')
  const { body } = await prove(await authenticator.get(nonce))
  expect(body.response).toMatchObject({ status: 'complete', session: { factor_verification_age: [0, 0] } })
})

test('S41: an assertion proves something once, and only for the session that asked', async () => {
  const { server, ada, authenticator, start } = await startStale()
  const elsewhere = await signInElsewhere(server, ada)
  const other = verificationOf(elsewhere.browser, elsewhere.sessionId)
  growStale(server)
  await start()
  await other.start()
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  const proofElsewhere = await beginProof(elsewhere.browser, elsewhere.sessionId)
  const credential = await authenticator.get(nonce)
  expect(faultOf(await proofElsewhere.prove(credential))).toBe(refused)
  expect(faultOf(await other.attempt('second', { strategy, public_key_credential: credential }))).toBe(
    '400 verification_missing',
  )
  const answers = await Promise.all([1, 2, 3].map(() => prove(credential)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(faultOf(await prove(credential))).toBe('400 verification_already_verified')
  growStale(server)
  await start()
  expect(faultOf(await prove(credential))).toBe('400 verification_already_verified')
  await beginProof(ada.browser, ada.sessionId)
  expect(faultOf(await prove(credential))).toBe(refused)
})

test('S41: an assertion of a sign-in proves nothing here, and one from here signs nobody in', async () => {
  const { server, ada, authenticator } = await startStale()
  const browser = server.browser()
  const signIn = (await browser.post(signIns, { strategy })).body.response
  const nonceOfSignIn = signIn.first_factor_verification.nonce
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  expect(faultOf(await prove(await authenticator.get(nonceOfSignIn)))).toBe(refused)
  const path = `${signIns}/${signIn.id}/attempt_first_factor`
  const public_key_credential = await authenticator.get(nonce)
  expect(faultOf(await browser.post(path, { strategy, public_key_credential }))).toBe(refused)
})

test('S23: a passkey of somebody else proves nothing', async () => {
  const { server, ada } = await startWithAda()
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  const ofEve = createTestAuthenticator()
  await addPasskey(eve.browser, ofEve)
  growStale(server)
  await verificationOf(ada.browser, ada.sessionId).start()
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  expect(faultOf(await prove(await ofEve.get(nonce)))).toBe('422 passkey_not_registered')
  expect(faultOf(await add(ada.browser, 'new@example.com'))).toBe('403 session_reverification_required')
})

test('S41: a challenge lives for five minutes, and five wrong answers kill it', async () => {
  const { server, ada, authenticator } = await startStale()
  const late = await beginProof(ada.browser, ada.sessionId)
  server.clock.advance(300_000)
  expect(faultOf(await late.prove(await authenticator.get(late.nonce)))).toBe('400 verification_expired')
  const { nonce, prove } = await beginProof(ada.browser, ada.sessionId)
  for (let count = 0; count < 5; count++) {
    expect(faultOf(await prove(await authenticator.get(nonce, { isVerified: false })))).toBe(refused)
    server.clock.advance(5_000)
  }
  expect(faultOf(await prove(await authenticator.get(nonce)))).toBe('400 verification_failed')
})

test('a request that is no good is told why', async () => {
  const { server, ada, start } = await startStale()
  const { attempt } = verificationOf(ada.browser, ada.sessionId)
  expect(faultOf(await attempt('first', { strategy }))).toBe('422 form_param_nil public_key_credential')
  for (const public_key_credential of ['no JSON', '{}', '[]', 'null', '"text"', '{"id":1}'])
    expect((await attempt('first', { strategy, public_key_credential })).status).toBe(422)
  await server.deps.db.deleteFrom('passkeys').execute()
  await server.deps.db.updateTable('users').set({ passkey_count: 0 }).execute()
  const { supported_first_factors: factors } = (await start()).body.response
  expect(factors).not.toContainEqual({ strategy })
})
