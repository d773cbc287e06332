import { expect, test } from 'vitest'
import { createTestServer } from '../src/testing/create-test-server.ts'

const address = 'ada@example.com'
const password = 'correct horse battery staple'

test('a person signs up with an email code, and signs out and in again', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  const created = await browser.post('/v1/client/sign_ups', { email_address: address, password })
  expect(created.status).toBe(200)
  expect(created.body.response).toMatchObject({
    status: 'missing_requirements',
    missing_fields: [],
    unverified_fields: ['email_address'],
    verifications: { email_address: { next_action: 'needs_prepare' } },
  })
  const path = `/v1/client/sign_ups/${created.body.response.id}`
  const prepared = await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  expect(prepared.body.response.verifications.email_address.next_action).toBe('needs_attempt')

  const code = server.inbox.code(address)
  const done = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code })
  expect(done.body.response).toMatchObject({ status: 'complete' })
  expect(done.body.client.sessions[0].user.email_addresses[0].verification.status).toBe('verified')
  expect(done.body.client.sign_up).toBeNull()

  await browser.delete('/v1/client/sessions')
  const signedIn = await browser.post('/v1/client/sign_ins', { identifier: address, password })
  expect(signedIn.body.response.status).toBe('complete')
  expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1)
})
