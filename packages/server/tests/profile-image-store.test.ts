import { expect, test } from 'vitest'
import { purge } from '../src/usecases/purge.ts'
import { faultOf } from './support/faults.ts'
import { png, read, start, upload } from './support/pictures.ts'

const path = '/v1/me/profile_image'

test('another picture takes the place of the first, whose file goes; without one the initials are back', async () => {
  const { ada, kept } = await start()
  const first = (await upload(ada.browser, await png())).body.response
  const second = (await upload(ada.browser, await png({ colour: 'teal' }))).body.response
  expect(second.name).not.toBe(first.name)
  expect([...kept]).toEqual([second.name])
  const removed = await ada.browser.delete(path)
  expect(removed.body.response).toEqual({ object: 'image', id: second.name.split('.')[0], deleted: true })
  expect(removed.body.client.sessions[0].user).toMatchObject({
    has_image: false,
    image_url: expect.stringMatching(/\/v1\/images\/default\?hue=\d+&initials=A$/),
  })
  expect(kept.size).toBe(0)
  expect((await ada.browser.delete(path)).body.response).toEqual({ object: 'image', deleted: true })
})

test('of pictures that are sent at once one stays, and no file of the others', async () => {
  const { server, ada, kept } = await start()
  const answers = await Promise.all(Array.from({ length: 5 }, async () => upload(ada.browser, await png())))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const { image_url: url } = (await ada.browser.get('/v1/me')).body.response
  expect([...kept].map((name) => `http://127.0.0.1:4000/v1/images/${name}`)).toEqual([url])
  expect(await server.deps.db.selectFrom('discarded_images').selectAll().execute()).toEqual([])
})

test('S70: with the account goes the picture', async () => {
  const { server, ada, kept } = await start({ settings: { deleteSelf: true } })
  const { body } = await upload(ada.browser, await png())
  expect(kept.size).toBe(1)
  expect((await ada.browser.delete('/v1/me')).status).toBe(200)
  expect(kept.size).toBe(0)
  expect((await read(server, body.response.public_url)).status).toBe(404)
})

test('when the store is down nothing is changed, and the person is told so', async () => {
  const { server, ada, kept, down } = await start()
  const before = (await upload(ada.browser, await png())).body.response
  down.put = true
  const refused = await upload(ada.browser, await png({ colour: 'teal' }))
  expect(faultOf(refused)).toBe('503 image_storage_failed')
  expect((await ada.browser.get('/v1/me')).body.response.image_url).toBe(before.public_url)
  expect(kept.size).toBe(1)
  down.get = true
  const unread = await read(server, before.public_url)
  expect([unread.status, unread.headers.get('cache-control')]).toEqual([503, 'no-store'])
})

test('S70: a file that could not be deleted is deleted when the store is back', async () => {
  const { server, ada, kept, down } = await start({ settings: { deleteSelf: true } })
  await upload(ada.browser, await png())
  down.delete = true
  await upload(ada.browser, await png({ colour: 'teal' }))
  expect((await ada.browser.delete('/v1/me')).status).toBe(200)
  expect(kept.size).toBe(2)
  server.clock.advance(3_600_001)
  await purge(server.deps)
  expect(kept.size).toBe(2)
  down.delete = false
  await purge(server.deps)
  expect(kept.size).toBe(0)
  expect(await server.deps.db.selectFrom('discarded_images').selectAll().execute()).toEqual([])
})

test('a file whose upload ended half-way goes with the next purge but one, and no other', async () => {
  const { server, ada, kept } = await start()
  const { encode } = server.deps.imageProcessor
  await upload(ada.browser, await png())
  const { db } = server.deps
  // The account goes while the picture is being made.
  server.deps.imageProcessor.encode = async (bytes) => {
    const made = await encode(bytes)
    await db.deleteFrom('users').where('id', '=', ada.userId).execute()
    return made
  }
  expect(faultOf(await upload(ada.browser, await png()))).toBe('404 resource_not_found')
  await purge(server.deps)
  expect(kept.size).toBe(2)
  server.clock.advance(3_600_001)
  await purge(server.deps)
  expect(kept.size).toBe(1)
})
