import sharp from 'sharp'
import { expect, test } from 'vitest'
import { faultOf } from './support/faults.ts'
import { signInElsewhere } from './support/people.ts'
import { bytesOf, draw, formWith, png, read, start, upload } from './support/pictures.ts'

const path = '/v1/me/profile_image'

async function pixelsOf(answer: Response) {
  return sharp(await answer.arrayBuffer())
}

test('a person gives themselves a picture, and it is seen wherever they are', async () => {
  const { server, ada } = await start()
  const { status, body } = await upload(ada.browser, await png())
  expect(status).toBe(200)
  const { id, name, public_url: url } = body.response
  expect(body.response).toMatchObject({ object: 'image', id: expect.stringMatching(/^img_\w{27}$/) })
  expect([name, url]).toEqual([`${id}.webp`, `http://127.0.0.1:4000/v1/images/${name}`])
  const seen = { image_url: url, has_image: true, profile_image_url: url }
  expect(body.client.sessions[0]).toMatchObject({ user: seen, public_user_data: seen })
  const answer = await read(server, url)
  expect(answer.status).toBe(200)
  expect(await (await pixelsOf(answer)).metadata()).toMatchObject({ format: 'webp', width: 40, height: 30 })
})

test('whoever signs in is shown their picture, unless nothing may tell that the account exists', async () => {
  for (const enumerationProtection of [false, true]) {
    const { server, ada } = await start({ settings: { enumerationProtection } })
    await upload(ada.browser, await png())
    const begun = await server.browser().post('/v1/client/sign_ins', { identifier: ada.address })
    const shown = begun.body.response.user_data
    if (enumerationProtection) expect(shown).toBeNull()
    else expect(shown).toMatchObject({ has_image: true, image_url: expect.stringMatching(/img_\w+\.webp$/) })
  }
})

test('a text with the picture in base64 is taken, with and without a data: before it', async () => {
  const { ada } = await start()
  const base64 = Buffer.from(await png()).toString('base64')
  const type = { 'content-type': 'application/octet-stream' }
  for (const text of [base64, `data:image/png;base64,${base64}`])
    expect((await upload(ada.browser, text, type)).status).toBe(200)
  expect((await upload(ada.browser, formWith(`data:image/png;base64,${base64}`))).status).toBe(200)
  expect(faultOf(await upload(ada.browser, 'no base64!', type))).toBe('422 form_param_format_invalid file')
})

test('PNG, JPEG, GIF and WebP are taken, whatever the file is called', async () => {
  const { ada } = await start()
  const image = draw()
  for (const file of [image.png(), image.jpeg(), image.gif(), image.webp(), image.webp({ lossless: true })])
    expect((await upload(ada.browser, formWith(await bytesOf(file), 'me.txt'))).status).toBe(200)
})

test('a picture keeps what can be seen through, and a large one is made smaller', async () => {
  const { server, ada } = await start()
  const clear = await png({ width: 3000, height: 1500, colour: '#ff000080' })
  const { body } = await upload(ada.browser, clear)
  const made = await pixelsOf(await read(server, body.response.public_url))
  expect(await made.metadata()).toMatchObject({ width: 1024, height: 512, hasAlpha: true })
})

test('S62: a picture is made anew, upright and without what a camera noted in it', async () => {
  const { server, ada } = await start()
  const photo = draw({ width: 60, height: 20 })
    .withExif({ IFD0: { Copyright: 'taken at home' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
  const bytes = await bytesOf(photo)
  expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('taken at home')
  const { body } = await upload(ada.browser, Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]))
  const answer = await read(server, body.response.public_url)
  const made = Buffer.from(await answer.arrayBuffer())
  expect(await sharp(made).metadata()).toMatchObject({ width: 20, height: 60 })
  expect((await sharp(made).metadata()).exif).toBeUndefined()
  expect(made.includes('taken at home') || made.includes('<script>')).toBe(false)
})

test('S62: whatever is no picture is refused by its content', async () => {
  const { ada, kept } = await start()
  const text = (content: string) => new TextEncoder().encode(content)
  const picture = await png()
  const files = {
    svg: text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    html: text('<!doctype html><script>alert(1)</script>'),
    empty: new Uint8Array(),
    'a picture that ends early': picture.slice(0, 40),
    'a head without a picture': picture.slice(0, 33),
    'a broken picture': picture.map((byte, index) => (index > 45 ? byte ^ 0x55 : byte)),
    'a TIFF': await bytesOf(draw().tiff()),
  }
  for (const [what, file] of Object.entries(files))
    expect(faultOf(await upload(ada.browser, formWith(file, 'me.png'))), what).toBe(
      '422 form_param_format_invalid file',
    )
  expect(kept.size).toBe(0)
  expect((await ada.browser.get('/v1/me')).body.response.has_image).toBe(false)
})

test('S62: a bomb, and a head that lies about its size, are refused before they cost anything', async () => {
  const { server, ada, kept } = await start()
  let decoded = 0
  const { encode } = server.deps.imageProcessor
  server.deps.imageProcessor.encode = (bytes) => {
    decoded += 1
    return encode(bytes)
  }
  const sized = async (width: number, height: number) => {
    const bytes = await png({ width: 8, height: 8 })
    const view = new DataView(bytes.buffer)
    view.setUint32(16, width)
    view.setUint32(20, height)
    return bytes
  }
  const tooManyPixels = '422 form_param_exceeds_allowed_size file'
  for (const [width, height] of [
    [8193, 1],
    [1, 8193],
    [60_000, 60_000],
    [4_294_967_295, 4_294_967_295],
  ] as const)
    expect(faultOf(await upload(ada.browser, await sized(width, height)))).toBe(tooManyPixels)
  expect(faultOf(await upload(ada.browser, await sized(0, 8)))).toBe('422 form_param_format_invalid file')
  expect(decoded).toBe(0)
  // It says that it is small, and the checksum of its head does not agree.
  expect(faultOf(await upload(ada.browser, await sized(16, 16)))).toBe('422 form_param_format_invalid file')
  expect(kept.size).toBe(0)
})

test('S62: 10 MB are taken and one byte more is not, in either form; only here is so much taken at all', async () => {
  const { ada } = await start()
  const picture = await png()
  const padded = (size: number) => Buffer.concat([picture, Buffer.alloc(size - picture.length)])
  const most = 10 * 1024 * 1024
  expect((await upload(ada.browser, padded(most))).status).toBe(200)
  const tooLarge = '413 payload_too_large file'
  expect(faultOf(await upload(ada.browser, padded(most + 1)))).toBe(tooLarge)
  expect(faultOf(await upload(ada.browser, padded(15_000_000)))).toBe(tooLarge)
  const type = { 'content-type': 'application/octet-stream' }
  expect((await upload(ada.browser, padded(most).toString('base64'), type)).status).toBe(200)
  expect(faultOf(await upload(ada.browser, 'A'.repeat(20_000_000), type))).toBe(tooLarge)
  expect((await ada.browser.patch('/v1/me', { first_name: 'a'.repeat(2_000_000) })).status).toBe(413)
})

test('S62: whoever is not signed in sends nothing that anybody reads', async () => {
  const { server } = await start()
  let pulled = 0
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(65_536))
    },
  })
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'application/octet-stream' },
  }
  const answer = await server.browser().fetch(path, init as RequestInit)
  expect(answer.status).toBe(401)
  expect(pulled).toBeLessThan(4)
})

test('S62: a picture is served as what it is, for ever, and never as a page', async () => {
  const { server, ada } = await start()
  const { body } = await upload(ada.browser, await png())
  const url = body.response.public_url
  const { headers } = await read(server, url)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'cross-origin',
  })
  for (const name of ['img_unknown', '..%2fsecret', 'img_000000000000000000000000000.webp', 'img_0.html']) {
    const missing = await read(server, `${server.url}/v1/images/${name}`)
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
  }
})

test('a form without a file, one that is none, and another kind of body are refused', async () => {
  const { ada } = await start()
  const other = new FormData()
  other.set('picture', new Blob([await png()]))
  expect(faultOf(await upload(ada.browser, other))).toBe('422 form_param_missing file')
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(faultOf(await upload(ada.browser, 'no form', type))).toBe('400 malformed_request_parameters')
  expect(faultOf(await ada.browser.post(path, { file: 'x' }))).toBe('415 content_type_unsupported')
})

test('a change of the picture is announced after it is written, and noted', async () => {
  const { server, ada } = await start()
  const elsewhere = await signInElsewhere(server, ada)
  const seen: unknown[] = []
  server.deps.events.publish = (event) => seen.push(event)
  await upload(ada.browser, await png())
  await ada.browser.delete(path)
  expect(seen).toEqual([
    { type: 'user.updated', userId: ada.userId },
    { type: 'user.updated', userId: ada.userId },
  ])
  expect((await elsewhere.browser.get('/v1/me')).body.response.has_image).toBe(false)
  const notes = await server.deps.db.selectFrom('audit_log').select(['event', 'session_id']).execute()
  for (const event of ['picture_changed', 'picture_removed'])
    expect(notes).toContainEqual({ event, session_id: ada.sessionId })
})

test('S46: the eleventh picture within a minute has to wait', async () => {
  const { ada } = await start({ limits: true })
  for (let turn = 0; turn < 10; turn++) expect((await ada.browser.post(path)).status).toBe(415)
  const refused = await ada.browser.post(path)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
})
