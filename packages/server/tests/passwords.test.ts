import { expect, test } from 'vitest'
import { createWasmPasswordHasher } from '../src/browser/wasm-password-hasher.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const signUps = '/v1/client/sign_ups'
const address = 'ada@example.com'

const sharedPasswords = { enabled: true, required: true }

async function faultOfPassword(password: string, settings = {}, others = {}) {
  const server = await createTestServer({ settings })
  return faultOf(await server.browser().post(signUps, { email_address: address, password, ...others }))
}

test('S1: eight characters, counted as people count them, are needed, or as many as the settings say', async () => {
  expect(await faultOfPassword('7 chars')).toBe('422 form_password_length_too_short password')
  expect(await faultOfPassword('8 chars!')).toBe('200')
  expect(await faultOfPassword('🦊🐢🦉🐝🦔🐙🦋')).toBe('422 form_password_length_too_short password')
  expect(await faultOfPassword('🦊🐢🦉🐝🦔🐙🦋🐌')).toBe('200')
  const fifteen = { password: { ...sharedPasswords, minLength: 15 } }
  expect(await faultOfPassword('fourteen chars', fifteen)).toBe('422 form_password_length_too_short password')
  expect(await faultOfPassword('fifteen chars !', fifteen)).toBe('200')
})

test('S2: 64 and 128 characters are accepted, more is refused before anything is hashed', async () => {
  const server = await createTestServer()
  let hashed = 0
  const { hash, verify } = server.deps.passwordHasher
  server.deps.passwordHasher.hash = (password) => {
    hashed += 1
    return hash(password)
  }
  server.deps.passwordHasher.verify = (digest, password) => {
    hashed += 1
    return verify(digest, password)
  }
  const ask = async (password: string) =>
    faultOf(await server.browser().post(signUps, { email_address: address, password }))
  expect(await ask('a b'.repeat(43))).toBe('422 form_password_length_too_long password')
  expect(await ask('字'.repeat(400))).toBe('422 form_password_size_in_bytes_exceeded password')
  expect(await ask('x'.repeat(20_000))).toBe('422 form_param_max_length_exceeded password')
  expect(await ask('x'.repeat(1_048_577))).toBe('413 payload_too_large')
  const signIn = { identifier: address, password: 'x'.repeat(5000) }
  expect((await server.browser().post('/v1/client/sign_ins', signIn)).status).toBe(422)
  expect(hashed).toBe(0)
  expect(await ask('a b '.repeat(16))).toBe('200')
  expect(await ask('🦊 '.repeat(64))).toBe('200')
})

test('S3: no kind of character is demanded and none is refused', async () => {
  const accepted = [
    'only lower case words',
    'ONLY UPPER CASE WORDS',
    '8364 0175 2294',
    '        eight spaces before',
    'trailing spaces        ',
    '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    'tab\tand\nnew line',
    'Пароль на кириллице',
    'كلمة مرور طويلة',
    '合言葉はとても長いです',
    'ünïcödé wörds hère',
    '👩‍🚀🚀🌕⭐🪐☄️🛰️🔭',
    '<script>alert(1)</script>',
    "'; drop table users; --",
    '%00%0d%0a percent',
    'null null null',
    'a&password=b&c=d',
    '{"json": true, "a": 1}',
    '\\u0041\\u0042 back',
    'ⓒircled Ⓛetters',
  ]
  const server = await createTestServer()
  for (const [index, password] of accepted.entries()) {
    const email_address = `person${index}@example.com`
    await signUp(server, { email_address, password })
    await signInElsewhere(server, { address: email_address, password })
  }
})

test('S4: nothing is trimmed, folded or cut', async () => {
  const server = await createTestServer()
  const password = `${'Long '.repeat(14)}72.`
  expect(password).toHaveLength(73)
  await signUp(server, { password })
  const others = [
    password.slice(0, 72),
    `${password} `,
    ` ${password}`,
    password.toLowerCase(),
    `${password}x`,
  ]
  for (const other of others)
    expect(
      faultOf(await server.browser().post('/v1/client/sign_ins', { identifier: address, password: other })),
    ).toBe('422 form_password_incorrect password')
  await signInElsewhere(server, { address, password })
})

test('S5: a letter typed as one sign or as two is the same letter, and look-alikes are not', async () => {
  const server = await createTestServer()
  await signUp(server, { password: 'caf\u00e9 au lait' })
  await signInElsewhere(server, { address, password: 'cafe\u0301 au lait' })
  const wide = { identifier: address, password: '\uff43af\u00e9 au lait' }
  expect(faultOf(await server.browser().post('/v1/client/sign_ins', wide))).toBe(
    '422 form_password_incorrect password',
  )
})

test('S6: passwords that everybody uses are refused, in every case', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const common = dictionary['passwords-common'] as string[]
  expect(common.length).toBeGreaterThanOrEqual(3000)
  const long = common.filter((password) => [...password].length >= 8)
  const server = await createTestServer()
  const picked = [...long.slice(0, 25), ...long.slice(-25), (long[0] ?? '').toUpperCase()]
  for (const password of picked)
    expect(
      faultOf(await server.browser().post(signUps, { email_address: address, password })),
      password,
    ).toBe('422 form_password_pwned password')
})

test('S8: nobody takes the own name or address, or the name of the application, as a password', async () => {
  const own = '422 form_password_matches_identifier password'
  const others = {
    email_address: 'ada.lovelace@example.com',
    first_name: 'Augustaada',
    last_name: 'Lovelace-King',
  }
  const settings = { applicationName: 'Analytical Engine' }
  for (const password of [
    'ada.lovelace@example.com',
    'ADA.LOVELACE',
    'augustaada',
    'lovelace-king',
    'analytical engine',
  ])
    expect(await faultOfPassword(password, settings, others), password).toBe(own)
  expect(await faultOfPassword('ada.lovelace writes programs', settings, others)).toBe('200')
})

test('S12: a password kept with weaker parameters is hashed anew at the next sign-in', async () => {
  const server = await createTestServer()
  await signUp(server)
  const weaker = await createWasmPasswordHasher({ memorySize: 8, iterations: 1, parallelism: 1 }).hash(
    goodPassword,
  )
  const stored = async () =>
    (await server.deps.db.selectFrom('users').select('password_digest').executeTakeFirstOrThrow())
      .password_digest
  await server.deps.db.updateTable('users').set({ password_digest: weaker }).execute()
  const { hash, verify } = server.deps.passwordHasher
  Object.assign(server.deps, {
    passwordHasher: { hash, verify, needsRehash: (digest: string) => digest === weaker },
  })
  const wrong = { identifier: address, password: 'not the one at all' }
  await server.browser().post('/v1/client/sign_ins', wrong)
  expect(await stored()).toBe(weaker)
  await signInElsewhere(server, { address, password: goodPassword })
  const renewed = await stored()
  expect(renewed).toMatch(/^\$argon2id\$/)
  expect(renewed).not.toBe(weaker)
  await signInElsewhere(server, { address, password: goodPassword })
  expect(await stored()).toBe(renewed)
})
