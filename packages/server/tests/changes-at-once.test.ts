import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { addAddress, signInElsewhere, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

type Answer = { status: number }

async function openAccount() {
  const server = await createTestServer({ settings: { deleteSelf: true } })
  const ada = await signUp(server)
  const other = await signInElsewhere(server, ada)
  const third = await signInElsewhere(server, ada)
  const second = await addAddress(server, ada.browser, 'second@example.com')
  const backend = backendOf(server)
  const next = 'a different good password'
  const changes: (() => Promise<Answer>)[] = [
    () => ada.browser.delete(`/v1/me/email_addresses/${second}`),
    () => other.browser.delete(`/v1/me/email_addresses/${ada.addressId}`),
    () => third.browser.patch('/v1/me', { primary_email_address_id: second, first_name: 'Ada' }),
    () => ada.browser.post(`/v1/client/sessions/${ada.sessionId}/touch`),
    () => backend.patch(`/v1/users/${ada.userId}/metadata`, { public_metadata: { plan: 'team' } }),
    () => backend.patch(`/v1/users/${ada.userId}`, { password: next, sign_out_of_other_sessions: true }),
    () => third.browser.post(`/v1/me/sessions/${other.sessionId}/revoke`),
    () =>
      ada.browser.post('/v1/me/change_password', {
        current_password: ada.password,
        new_password: next,
        sign_out_of_other_sessions: true,
      }),
    () => server.browser().post('/v1/client/sign_ins', { identifier: ada.address, password: ada.password }),
  ]
  return { server, ada, backend, changes }
}

test('S39: whatever is changed at once, an account keeps a verified primary address', async () => {
  for (let round = 0; round < 5; round++) {
    const { server, ada, changes } = await openAccount()
    const answers = await Promise.all([...changes, ...changes].map((change) => change()))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const { db } = server.deps
    const user = await db.selectFrom('users').selectAll().where('id', '=', ada.userId).executeTakeFirst()
    const addresses = await db.selectFrom('contacts').selectAll().execute()
    const primary = addresses.find((row) => row.id === user?.primary_email_address_id)
    expect(primary?.verified_at).toEqual(expect.any(Number))
    await server.close()
  }
})

test('S70: a deletion among other changes leaves no half of an account', async () => {
  for (let round = 0; round < 5; round++) {
    const { server, ada, backend, changes } = await openAccount()
    const remove = () => backend.delete(`/v1/users/${ada.userId}`)
    const answers = await Promise.all([...changes, remove, ...changes].map((change) => change()))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const { db } = server.deps
    for (const table of ['users', 'contacts', 'sessions'] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    await server.close()
  }
})
