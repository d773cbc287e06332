import { afterEach, beforeEach, expect, test } from 'vitest'
import { ada, openWorld, type World } from '../../tests/page.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('a device leaves the list when the server has confirmed, at once, and stays when it has not', async () => {
  const page = world.open()
  await world.signUp(page)
  const phone = world.open()
  await phone.clerk.load()
  const { createdSessionId } = await phone.clerk.client!.signIn.create({
    identifier: ada.emailAddress,
    password: ada.password,
  })
  const user = page.clerk.user!
  const list = await user.getSessions()
  const row = list.find(({ id }) => id === createdSessionId)!
  const { queryClient } = page.clerk.__internal.api
  const known = () => queryClient.getQueryData<{ id: string }[]>(['usher', 'sessions', user.id])
  page.network.answer = { path: '/v1/me/sessions', status: 503 }
  await expect(row.revoke()).rejects.toMatchObject({ status: 503 })
  expect(known()).toHaveLength(2)
  page.network.answer = 'all'
  const asked = page.requests.length
  await row.revoke()
  expect(known()?.map(({ id }) => id)).toEqual([page.clerk.session?.id])
  expect(page.requests.slice(asked)).toEqual([`POST /v1/me/sessions/${createdSessionId}/revoke`])
})
