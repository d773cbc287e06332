import { expect, test } from 'vitest'
import * as z from 'zod'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const metadataSchemas = {
  public: z
    .object({ plan: z.enum(['free', 'team']).optional(), seats: z.number().int().optional() })
    .strict(),
  unsafe: z.object({ theme: z.enum(['dark', 'light']) }),
  // Whatever has to ask somebody first answers later.
  private: z.object({ crm: z.string().refine(async (id) => id.startsWith('crm_'), 'must begin with crm_') }),
}

async function start() {
  const server = await createTestServer({ metadataSchemas })
  return { server, backend: backendOf(server) }
}

const textOf = ({ body }: { body: { errors: { long_message: string }[] } }) => body.errors[0]?.long_message

test('metadata of a sign-up and of a profile must fit the schema of the application', async () => {
  const { server } = await start()
  const refused = await server
    .browser()
    .post('/v1/client/sign_ups', { email_address: 'eve@example.com', unsafe_metadata: '{"theme":"pink"}' })
  expect(faultOf(refused)).toBe('422 form_param_value_invalid unsafe_metadata')
  expect(textOf(refused)).toMatch(/^unsafe_metadata\.theme: /)
  const { browser } = await signUp(server, { unsafe_metadata: '{"theme":"dark"}' })
  expect((await browser.get('/v1/me')).body.response.unsafe_metadata).toEqual({ theme: 'dark' })
  const update = (unsafe_metadata: string) => browser.patch('/v1/me', { unsafe_metadata })
  expect(faultOf(await update('{"theme":7}'))).toBe('422 form_param_value_invalid unsafe_metadata')
  expect((await update('{"theme":"light","more":1}')).body.response.unsafe_metadata).toEqual({
    theme: 'light',
    more: 1,
  })
})

test('nobody has to have metadata', async () => {
  const { server } = await start()
  const { browser } = await signUp(server)
  expect((await browser.patch('/v1/me', { first_name: 'Ada' })).status).toBe(200)
})

test('a backend is held to the schemas too, after the merge and for every kind', async () => {
  const { backend } = await start()
  const fields = { email_address: ['ada@example.com'], password: goodPassword }
  const create = (more: Record<string, unknown>) => backend.post('/v1/users', { ...fields, ...more })
  expect(faultOf(await create({ public_metadata: { plan: 'gold' } }))).toBe(
    '422 form_param_value_invalid public_metadata',
  )
  const late = await create({ private_metadata: { crm: '7' } })
  expect(textOf(late)).toBe('private_metadata.crm: must begin with crm_')
  expect((await backend.get('/v1/users/count')).body.total_count).toBe(0)

  const { id } = (await create({ public_metadata: { plan: 'team' }, private_metadata: { crm: 'crm_7' } }))
    .body
  const merge = (body: Record<string, unknown>) => backend.patch(`/v1/users/${id}/metadata`, body)
  expect((await merge({ public_metadata: { seats: 3 } })).body.public_metadata).toEqual({
    plan: 'team',
    seats: 3,
  })
  expect(faultOf(await merge({ public_metadata: { seats: 1.5 } }))).toBe(
    '422 form_param_value_invalid public_metadata',
  )
  const both = await merge({ public_metadata: { seats: 9 }, private_metadata: { crm: null } })
  expect(faultOf(both)).toBe('422 form_param_value_invalid private_metadata')
  expect((await backend.get(`/v1/users/${id}`)).body.public_metadata).toEqual({ plan: 'team', seats: 3 })
  const replaced = await backend.put(`/v1/users/${id}/metadata`, { public_metadata: { colour: 'red' } })
  expect(faultOf(replaced)).toBe('422 form_param_value_invalid public_metadata')
  expect(faultOf(await backend.patch(`/v1/users/${id}`, { public_metadata: { colour: 1 } }))).toBe(
    '422 form_param_value_invalid public_metadata',
  )
})
