import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createS3ImageStore } from '../../src/node/images/s3-image-store.ts'
import { createHttpBrowser, freePort, newFolder, serve } from '../support/command.ts'
import { formWith, png } from '../support/pictures.ts'

const keyId = 'AKIDEXAMPLE'
const secretKey = 'wJalr/XUtnFEMI+K7MDENG'
const region = 'eu-central-1'

/** A server that speaks the calls of S3 by which pictures are kept, and refuses what is not signed by the key. */
async function startS3() {
  const objects = new Map<string, { body: Buffer; type: string | undefined }>()
  let status: number | null = null
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request)
    const answer = (code: number, content: Buffer | string = '') => response.writeHead(code).end(content)
    if (status !== null) return answer(status, `<Error>${keyId}</Error>`)
    if (!isSigned(request, body)) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const path = request.url ?? ''
    if (request.method === 'PUT') {
      objects.set(path, { body, type: request.headers['content-type'] })
      return answer(200)
    }
    if (request.method === 'DELETE') {
      objects.delete(path)
      return answer(204)
    }
    const object = objects.get(path)
    return object ? answer(200, object.body) : answer(404, '<Error><Code>NoSuchKey</Code></Error>')
  })
  const port = await freePort()
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())))
  return {
    objects,
    url: (secret = secretKey) =>
      `s3://${keyId}:${encodeURIComponent(secret)}@127.0.0.1:${port}/pictures/usher?region=${region}`,
    answerWith(next: number | null) {
      status = next
    },
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Signature Version 4, reckoned from the request as it came in. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { headers, method, url } = request
  const given = (headers.authorization ?? '').match(
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w{64})$/,
  )
  if (!given) return false
  const [, id, day = '', area = '', names = '', signature] = given
  const digest = headers['x-amz-content-sha256']
  if (method === 'PUT' && digest !== createHash('sha256').update(body).digest('hex')) return false
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = [method, url, '', signed.join(''), names, digest].join('\n')
  const scope = `${day}/${area}/s3/aws4_request`
  const hash = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash].join('\n')
  const key = [day, area, 's3', 'aws4_request'].reduce<Buffer>(
    (last, part) => createHmac('sha256', last).update(part).digest(),
    Buffer.from(`AWS4${secretKey}`),
  )
  const right = createHmac('sha256', key).update(text).digest('hex')
  return id === keyId && area === region && signature === right && names.includes('host')
}

const name = 'img_000000000000000000000000000.webp'

test('a file is kept in the bucket, read and deleted, each call signed', async () => {
  const s3 = await startS3()
  const store = createS3ImageStore(s3.url())
  expect(await store.get(name)).toBeNull()
  await store.put(name, new Uint8Array([1, 2, 3]), 'image/webp')
  expect([...s3.objects]).toEqual([
    [`/pictures/usher/${name}`, { body: Buffer.from([1, 2, 3]), type: 'image/webp' }],
  ])
  expect(await store.get(name)).toEqual(new Uint8Array([1, 2, 3]))
  await store.delete(name)
  await store.delete(name)
  expect(s3.objects.size).toBe(0)
})

test('a wrong key, and a bucket that is down, are told without the key', async () => {
  const s3 = await startS3()
  const store = createS3ImageStore(s3.url('another secret'))
  await expect(store.put(name, new Uint8Array([1]), 'image/webp')).rejects.toThrow(/^S3 answered with 403$/)
  s3.answerWith(500)
  const calls = [store.put(name, new Uint8Array([1]), 'image/webp'), store.get(name), store.delete(name)]
  const told = (await Promise.allSettled(calls)).map((call) => String('reason' in call && call.reason))
  expect(new Set(told)).toEqual(new Set(['S3Error: S3 answered with 500']))
})

test('a person whose server keeps pictures in a bucket sees theirs there', async () => {
  const s3 = await startS3()
  const server = await serve({ USHER_DATA: await newFolder(), USHER_IMAGES_URL: s3.url() })
  const browser = createHttpBrowser(server.url)
  await browser.signUp('ada@example.com')
  const given = await browser.send('/v1/me/profile_image', { method: 'POST', body: formWith(await png()) })
  expect(given.status).toBe(200)
  const [object] = [...s3.objects]
  expect(object?.[0]).toBe(`/pictures/usher/${given.body.response.name}`)
  const seen = await fetch(`${server.url}/v1/images/${given.body.response.name}`)
  expect(seen.headers.get('content-type')).toBe('image/webp')
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(object?.[1].body)
  s3.answerWith(503)
  const again = await browser.send('/v1/me/profile_image', { method: 'POST', body: formWith(await png()) })
  expect([again.status, again.body.errors[0].code]).toEqual([503, 'image_storage_failed'])
  expect(server.output.stdout + server.output.stderr).not.toContain(keyId)
  s3.answerWith(null)
  await browser.send('/v1/me/profile_image?_method=DELETE', { method: 'POST' })
  expect(s3.objects.size).toBe(0)
})
