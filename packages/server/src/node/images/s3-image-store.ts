import { createHash } from 'node:crypto'
import type { ImageStore } from '../../ports/image-store.ts'

const patience = 10_000

/**
 * Keeps pictures in a bucket of S3, or of whatever speaks its protocol (PutObject, GetObject, DeleteObject).
 * @param url `s3://<key id>:<secret key>@<host>/<bucket>?region=<region>`; a folder may stand behind the bucket
 */
export function createS3ImageStore(url: string): ImageStore {
  const { hostname, host, username, password, pathname, searchParams } = new URL(url)
  const [accessKeyId = '', secretAccessKey = ''] = [username, password].map(decodeURIComponent)
  const base = `${isLoopback(hostname) ? 'http' : 'https'}://${host}${pathname.replace(/\/+$/, '')}`
  const region = searchParams.get('region') ?? 'us-east-1'

  async function send(method: string, name: string, init: RequestInit = {}): Promise<Response> {
    const { AwsV4Signer } = await import('aws4fetch')
    const target = { url: `${base}/${name}`, method, headers: new Headers(init.headers) }
    const signer = new AwsV4Signer({ ...target, accessKeyId, secretAccessKey, region, service: 's3' })
    const { url: address, headers } = await signer.sign()
    return fetch(address, { ...init, method, headers, signal: AbortSignal.timeout(patience) })
  }

  return {
    async put(name, bytes, type) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'Content-Type': type, 'X-Amz-Content-Sha256': digest }
      const answer = await send('PUT', name, { headers, body: bytes })
      await answer.arrayBuffer()
      if (!answer.ok) throw new S3Error(answer.status)
    },
    async get(name) {
      const answer = await send('GET', name)
      const body = await answer.arrayBuffer()
      if (answer.status === 404) return null
      if (!answer.ok) throw new S3Error(answer.status)
      return new Uint8Array(body)
    },
    async delete(name) {
      const answer = await send('DELETE', name)
      await answer.arrayBuffer()
      if (!answer.ok && answer.status !== 404) throw new S3Error(answer.status)
    },
  }
}

/** The bucket refused; its own words may hold the key's id, so they are not kept (S65). */
class S3Error extends Error {
  override readonly name = 'S3Error'
  constructor(status: number) {
    super(`S3 answered with ${status}`)
  }
}

const isLoopback = (hostname: string) => hostname === 'localhost' || hostname.startsWith('127.')
