import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { addVerified, number } from './support/phone-numbers.ts'
import { addReserved, passPassword, signUpWithApp, start } from './support/second-factors.ts'
import { createTestServer } from './support/test-server.ts'

async function withApp() {
  const server = await start()
  const ada = await signUpWithApp(server)
  return { server, ada, backend: backendOf(server), path: `/v1/users/${ada.userId}` }
}

test('a backend removes every second factor at once', async () => {
  const { server, ada, backend, path } = await withApp()
  await addReserved(server, ada.browser, number)
  expect((await backend.delete(`${path}/mfa`)).body).toEqual({ user_id: ada.userId })
  const { body } = await backend.get(path)
  expect(body).toMatchObject({ two_factor_enabled: false, totp_enabled: false, backup_code_enabled: false })
  expect(body.phone_numbers[0]).toMatchObject({ reserved_for_second_factor: false })
  expect((await passPassword(server, ada)).attempt.status).toBe('complete')
})

test('a backend removes the app or the backup codes alone', async () => {
  const { server, ada, backend, path } = await withApp()
  await addReserved(server, ada.browser, number)
  expect((await backend.delete(`${path}/backup_code`)).body).toEqual({ user_id: ada.userId })
  expect((await backend.get(path)).body).toMatchObject({ totp_enabled: true, backup_code_enabled: false })
  expect((await backend.delete(`${path}/totp`)).status).toBe(200)
  expect((await backend.get(path)).body).toMatchObject({ totp_enabled: false, two_factor_enabled: true })
  for (const what of ['mfa', 'totp', 'backup_code'])
    expect(faultOf(await backend.delete(`/v1/users/user_nobody/${what}`))).toBe('404 resource_not_found')
})

test('a backend has a code of the app checked, which uses it up, or a backup code', async () => {
  const { server, ada, backend, path } = await withApp()
  const verify = (code: string) => backend.post(`${path}/verify_totp`, { code })
  const code = await server.authenticator(ada.secret)
  expect((await verify(code)).body).toEqual({ verified: true, code_type: 'totp' })
  expect(faultOf(await verify(code))).toBe('422 form_code_incorrect code')
  const [backup = ''] = ada.backupCodes
  expect((await verify(backup)).body).toEqual({ verified: true, code_type: 'backup_code' })
  expect(faultOf(await verify(backup))).toBe('422 form_code_incorrect code')
  const eve = await signUp(server, { email_address: 'eve@example.com' })
  expect(faultOf(await backend.post(`/v1/users/${eve.userId}/verify_totp`, { code }))).toBe(
    '400 totp_not_enabled',
  )
  expect(faultOf(await backend.post(`${path}/verify_totp`, {}))).toBe('422 form_param_missing code')
})

test('somebody comes along with the app and the codes that they have', async () => {
  const server = await start()
  const backend = backendOf(server)
  const secret = 'GEZDGNBVGY3TQOJQ'
  const user = await backend.post('/v1/users', {
    email_address: ['ada@example.com'],
    password: goodPassword,
    totp_secret: 'gezd gnbv gy3t qojq',
    backup_codes: ['one-two-three'],
  })
  expect(user.body).toMatchObject({ two_factor_enabled: true, totp_enabled: true, backup_codes_left: 1 })
  const ada = { address: 'ada@example.com', password: goodPassword }
  const { second } = await passPassword(server, ada)
  const done = await second('totp', await server.authenticator(secret))
  expect(done.body.response.status).toBe('complete')
  expect(
    (await (await passPassword(server, ada)).second('backup_code', 'onetwothree')).body.response.status,
  ).toBe('complete')
})

test('what is no secret is refused, and so is one that the settings have no use for', async () => {
  const fields = { email_address: ['ada@example.com'], password: goodPassword }
  const backend = backendOf(await start())
  const wrong = await backend.post('/v1/users', { ...fields, totp_secret: 'not base32!' })
  expect(faultOf(wrong)).toBe('422 form_param_format_invalid totp_secret')
  expect((await backend.get('/v1/users')).body).toEqual([])
  const off = backendOf(await createTestServer())
  const refused = await off.post('/v1/users', { ...fields, totp_secret: 'GEZDGNBVGY3TQOJQ' })
  expect(faultOf(refused)).toBe('422 form_param_unknown totp_secret')
  const codes = await off.post('/v1/users', { ...fields, backup_codes: ['one-two-three'] })
  expect(faultOf(codes)).toBe('422 form_param_unknown backup_codes')
})

test('a backend keeps a number of a user for the second step', async () => {
  const server = await start()
  const ada = await signUp(server)
  const id = await addVerified(server, ada.browser, number)
  const kept = await backendOf(server).patch(`/v1/phone_numbers/${id}`, { reserved_for_second_factor: true })
  expect(kept.body).toMatchObject({ reserved_for_second_factor: true, backup_codes: null })
  expect((await passPassword(server, ada)).attempt.status).toBe('needs_second_factor')
})

test('S70: nothing of a second factor is left of somebody who is deleted', async () => {
  const { server, ada, backend, path } = await withApp()
  await passPassword(server, ada)
  await backend.delete(path)
  for (const table of ['backup_codes', 'verifications', 'users', 'sign_ins'] as const)
    expect(await server.deps.db.selectFrom(table).selectAll().execute()).toEqual([])
})
