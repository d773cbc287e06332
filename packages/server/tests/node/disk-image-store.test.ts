import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDiskImageStore } from '../../src/node/images/disk-image-store.ts'
import { createHttpBrowser, end, newFolder, serve } from '../support/command.ts'
import { formWith, png } from '../support/pictures.ts'

test('a file is kept in the folder, for the owner of the server alone, read and deleted', async () => {
  const folder = join(await newFolder(), 'images')
  const store = createDiskImageStore(folder)
  expect(await store.get('a.webp')).toBeNull()
  await store.put('a.webp', new Uint8Array([1, 2, 3]), 'image/webp')
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'a.webp'))).mode & 0o777).toBe(0o600)
  expect(await store.get('a.webp')).toEqual(new Uint8Array([1, 2, 3]))
  await store.delete('a.webp')
  await store.delete('a.webp')
  expect(await readdir(folder)).toEqual([])
})

test('where nothing can be written a file is kept whole or not at all', async () => {
  const folder = await newFolder()
  // Its name belongs to a folder, so the last step fails.
  await mkdir(join(folder, 'a.webp'))
  const store = createDiskImageStore(folder)
  await expect(store.put('a.webp', new Uint8Array([1]), 'image/webp')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['a.webp'])
  await expect(store.get('a.webp')).rejects.toThrow()
  await expect(
    createDiskImageStore('/dev/null/images').put('a', new Uint8Array(), 'image/webp'),
  ).rejects.toThrow()
})

test('a picture outlives the server, and one that is too large is refused over a real connection', async () => {
  const data = await newFolder()
  const first = await serve({ USHER_DATA: data })
  const browser = createHttpBrowser(first.url)
  await browser.signUp('ada@example.com')
  const send = async (file: Uint8Array<ArrayBuffer>) =>
    browser.send('/v1/me/profile_image', { method: 'POST', body: formWith(file) })
  const given = await send(await png())
  expect(given.status).toBe(200)
  const refused = await send(new Uint8Array(12_000_000))
  expect([refused.status, refused.body.errors[0].code]).toEqual([413, 'payload_too_large'])
  await end(first, 'SIGTERM')
  const second = await serve({ USHER_DATA: data })
  const seen = await fetch(`${second.url}/v1/images/${given.body.response.name}`)
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(await readdir(join(data, 'images'))).toEqual([given.body.response.name])
})
