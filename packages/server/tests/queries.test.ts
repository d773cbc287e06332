import { expect, test } from 'vitest'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

test('a signed-in browser is read with two queries, the environment with none', async () => {
  const queries: string[] = []
  const server = await createTestServer({ onQuery: (sql) => queries.push(sql) })
  const ada = await signUp(server)
  queries.length = 0
  const { body } = await ada.browser.get('/v1/client')
  expect(body.response.sessions[0].user.id).toBe(ada.userId)
  expect(queries).toHaveLength(2)
  queries.length = 0
  expect((await ada.browser.get('/v1/environment')).status).toBe(200)
  expect(queries).toEqual([])
})
