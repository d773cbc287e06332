import { bcrypt } from 'hash-wasm'
import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { me } from './support/phone-numbers.ts'
import { passPassword, signUpWithApp, start } from './support/second-factors.ts'

const path = '/v1/me/backup_codes'

test('S32: ten codes of 50 bits come with the first second factor, and none is kept as it is', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  expect(new Set(ada.backupCodes).size).toBe(10)
  for (const code of ada.backupCodes) expect(code).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}$/)
  expect(await me(ada.browser)).toMatchObject({ backup_code_enabled: true, backup_codes_left: 10 })
  const kept = await server.deps.db.selectFrom('backup_codes').selectAll().execute()
  expect(kept).toHaveLength(10)
  for (const { code_digest } of kept) expect(code_digest).toMatch(/^[0-9a-f]{64}$/)
})

test('S32: a backup code signs in once, however it is written', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const [first = ''] = ada.backupCodes
  const typed = ` ${first.replace('-', ' ').toUpperCase()} `
  const done = await (await passPassword(server, ada)).second('backup_code', typed)
  expect(done.body.response.status).toBe('complete')
  expect(done.body.client.sessions[0].user.backup_codes_left).toBe(9)
  const again = await (await passPassword(server, ada)).second('backup_code', first)
  expect(faultOf(again)).toBe('422 form_code_incorrect code')
})

test('S32: of 20 sign-ins with one code at once, one gets through', async () => {
  const server = await start({ lockAfter: 100 })
  const ada = await signUpWithApp(server)
  const waiting = await Promise.all(Array.from({ length: 20 }, () => passPassword(server, ada)))
  const [code = ''] = ada.backupCodes
  const answers = await Promise.all(waiting.map(({ second }) => second('backup_code', code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await me(ada.browser)).backup_codes_left).toBe(9)
})

test('S32: new codes void the old ones', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  const { response } = (await ada.browser.post(`${path}/`)).body
  expect(response).toMatchObject({ object: 'backup_code', codes: expect.any(Array) })
  expect(await me(ada.browser)).toMatchObject({
    backup_codes_left: 10,
    backup_codes_created_at: server.clock.now(),
  })
  const { second } = await passPassword(server, ada)
  expect(faultOf(await second('backup_code', ada.backupCodes[0] ?? ''))).toBe('422 form_code_incorrect code')
  expect((await second('backup_code', response.codes[0])).body.response.status).toBe('complete')
})

test('without another second factor there are no backup codes', async () => {
  const server = await start()
  const { browser } = await signUp(server)
  expect(faultOf(await browser.post(path))).toBe('400 backup_codes_not_available')
  const off = await start({ secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: false } })
  const eve = await signUpWithApp(off)
  expect(eve.backupCodes).toEqual([])
  expect(faultOf(await eve.browser.post(path))).toBe('403 feature_not_enabled')
})

test('somebody without codes is not offered to use one, and an empty one is asked for again', async () => {
  const server = await start()
  const ada = await signUpWithApp(server)
  await backendOf(server).delete(`/v1/users/${ada.userId}/backup_code`)
  const { attempt, second } = await passPassword(server, ada)
  expect(attempt.supported_second_factors).toEqual([{ strategy: 'totp' }])
  expect(faultOf(await second('backup_code', 'aaaaa-bbbbb'))).toBe('400 strategy_for_user_invalid')
  expect(faultOf(await second('totp', ''))).toBe('422 form_param_nil code')
})

test('codes of another system come along as they are or as bcrypt digests', async () => {
  const server = await start()
  const backend = backendOf(server)
  const ada = await signUpWithApp(server)
  const hashed = { password: 'old-code-2', salt: new Uint8Array(16), costFactor: 4 }
  const backup_codes = ['OLD-code-1', await bcrypt({ ...hashed, outputType: 'encoded' })]
  const { body } = await backend.patch(`/v1/users/${ada.userId}`, { backup_codes })
  expect(body).toMatchObject({ backup_code_enabled: true, backup_codes_left: 2 })
  for (const code of ['oldcode1', 'old-code-2']) {
    const done = await (await passPassword(server, ada)).second('backup_code', code)
    expect(done.body.response.status).toBe('complete')
  }
  const again = await (await passPassword(server, ada)).second('totp', 'old-code-2')
  expect(faultOf(again)).toBe('422 form_code_incorrect code')
  for (const wrong of ['abc', '$2b$31$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa']) {
    const refused = await backend.patch(`/v1/users/${ada.userId}`, { backup_codes: [wrong] })
    expect(faultOf(refused)).toBe('422 form_param_format_invalid backup_codes')
  }
})
