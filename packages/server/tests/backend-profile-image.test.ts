import { expect, test } from 'vitest'
import { backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { signUp } from './support/people.ts'
import { formWith, png } from './support/pictures.ts'
import { createTestServer } from './support/test-server.ts'

test('a backend gives a user a picture and takes it away', async () => {
  const server = await createTestServer()
  const { browser, userId } = await signUp(server)
  const path = `/v1/users/${userId}/profile_image`
  const send = async (to: string, body: BodyInit) => {
    const headers = { authorization: `Bearer ${server.secretKey}` }
    const answer = await server.fetch(new Request(new URL(to, server.url), { method: 'POST', headers, body }))
    return { status: answer.status, body: await answer.json() }
  }
  const given = await send(path, formWith(await png()))
  expect(given.status).toBe(200)
  expect(given.body).toMatchObject({ object: 'user', id: userId, has_image: true, private_metadata: {} })
  expect((await browser.get('/v1/me')).body.response.image_url).toBe(given.body.image_url)
  expect(faultOf(await send(path, formWith('no picture')))).toBe('422 form_param_format_invalid file')
  expect(faultOf(await send('/v1/users/user_x/profile_image', formWith(await png())))).toBe(
    '404 resource_not_found',
  )
  const backend = backendOf(server)
  for (let turn = 0; turn < 2; turn++)
    expect((await backend.delete(path)).body).toMatchObject({ id: userId, has_image: false })
  expect((await backend.delete('/v1/users/user_x/profile_image')).status).toBe(404)
  expect((await backendOf(server, {}).delete(path)).status).toBe(401)
})
