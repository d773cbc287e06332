import { expect, test } from 'vitest'
import { createTestAuthenticator } from '../src/testing/index.ts'
import { faultOf } from './support/faults.ts'
import { addPasskey, beginPasskey, beginSignIn, refused, start, startWithAda } from './support/passkeys.ts'
import { signUp } from './support/people.ts'

test('what an authenticator states about its make is not looked at, and no address in it is asked', async () => {
  const asked: unknown[] = []
  const { fetch } = globalThis
  globalThis.fetch = (input) => {
    asked.push(input)
    return Promise.reject(new TypeError('nothing may be asked'))
  }
  try {
    for (const fmt of ['packed', 'apple', 'android-safetynet', 'tpm', 'fido-u2f', 'made-up']) {
      const server = await start()
      const ada = await signUp(server)
      const attStmt = new Map<string, unknown>([['x5c', [new Uint8Array([1, 2, 3])]]])
      await addPasskey(ada.browser, createTestAuthenticator(), { statement: { fmt, attStmt } })
    }
  } finally {
    globalThis.fetch = fetch
  }
  expect(asked).toEqual([])
})

test('S66: whatever stands in the place of a credential is refused, and changes nothing', async () => {
  const { server, authenticator } = await startWithAda()
  const begun = await beginSignIn(server.browser())
  const good = JSON.parse(await authenticator.get(begun.nonce))
  const { id, response } = good
  const given: [credential: unknown, fault: string][] = [
    ['', '422 form_param_nil public_key_credential'],
    ['{', '422 form_param_format_invalid public_key_credential'],
    ['null', '422 form_param_format_invalid public_key_credential'],
    ['[]', '422 form_param_format_invalid public_key_credential'],
    ['"text"', '422 form_param_format_invalid public_key_credential'],
    [{ id: 5 }, '422 form_param_format_invalid public_key_credential'],
    [{ id: '<script>' }, '422 form_param_format_invalid public_key_credential'],
    [{ id: 'unknown' }, '422 passkey_not_registered'],
    [{ id }, refused],
    [{ ...good, rawId: 'other' }, refused],
    [{ ...good, type: 'password' }, refused],
    [{ ...good, response: null }, refused],
    [{ ...good, response: { ...response, signature: 'AAAA' } }, refused],
  ]
  for (const [credential, fault] of given) {
    const { attempt } = await beginSignIn(server.browser())
    const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
    expect(faultOf(await attempt(text)), text).toBe(fault)
  }
  for (const key of ['clientDataJSON', 'authenticatorData', 'signature', 'userHandle'])
    for (const value of ['', 'AAAA', '!', 7, {}, 'x'.repeat(4000)]) {
      const { nonce, attempt } = await beginSignIn(server.browser())
      const own = JSON.parse(await authenticator.get(nonce))
      const answer = await attempt(JSON.stringify({ ...own, response: { ...own.response, [key]: value } }))
      // A credential may leave out whose it is, since the server knows.
      if (key === 'userHandle' && value === '') expect(answer.status).toBe(200)
      else expect(faultOf(answer), `${key} ${JSON.stringify(value)}`).toBe(refused)
    }
})

test('S66: whatever stands in the place of a new credential is refused, and nothing is kept', async () => {
  const server = await start()
  const ada = await signUp(server)
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  for (const [key, values] of [
    ['clientDataJSON', ['', 'AAAA', 7, {}]],
    ['attestationObject', ['', 'AAAA', '!', 7, {}, 'n'.repeat(50_000), 'gYGBgYGB'.repeat(5000)]],
  ] as const)
    for (const value of values) {
      const { nonce, verify } = await beginPasskey(ada.browser)
      const made = JSON.parse(await createTestAuthenticator().create(nonce))
      const answer = await verify(JSON.stringify({ ...made, response: { ...made.response, [key]: value } }))
      expect(faultOf(answer), `${key} ${JSON.stringify(value).slice(0, 40)}`).toBe(refused)
    }
  const { verify } = await beginPasskey(ada.browser)
  expect(faultOf(await verify(deep))).toBe('422 form_param_format_invalid public_key_credential')
  expect((await ada.browser.get('/v1/me')).body.response.passkeys).toEqual([])
})
