import { ApiError } from '../api-error.ts'
import { mostBytes, noPicture, tooLarge } from '../images/encode-picture.ts'
import { fromBase64 } from '../tokens/encoding.ts'
import type { AppContext } from './context.ts'

/** A picture in base64, and a form around it. */
const largestBody = Math.ceil(mostBytes * (4 / 3)) + 65_536

/**
 * Reads an uploaded picture: `file` of a form (multipart/form-data), or as real clients send a text, base64 with or
 * without a `data:` before it as the whole body (application/octet-stream). Stops reading at the first byte too many;
 * so this stands behind whatever decides whether the caller may upload at all.
 */
export async function readPicture(c: AppContext): Promise<Uint8Array<ArrayBuffer>> {
  const type = c.req.header('content-type') ?? ''
  const isForm = /^multipart\/form-data\s*;/i.test(type)
  if (!isForm && !/^application\/octet-stream\s*(;|$)/i.test(type))
    throw new ApiError('content_type_unsupported', {
      longMessage: 'Send a form with the picture as file (multipart/form-data).',
    })
  if (Number(c.req.header('content-length')) > largestBody) throw tooLarge()
  const body = await readBytes(c.req.raw.body)
  if (!isForm) return decodeText(new TextDecoder().decode(body))
  const file = (await parseForm(body, type)).get('file')
  if (file === null) throw new ApiError('form_param_missing', { paramName: 'file' })
  return typeof file === 'string' ? decodeText(file) : new Uint8Array(await file.arrayBuffer())
}

async function readBytes(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = stream?.getReader()
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) break
    size += value.length
    if (size > largestBody) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(value as Uint8Array<ArrayBuffer>)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

async function parseForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    throw new ApiError('malformed_request_parameters', { longMessage: 'The form could not be read.' })
  }
}

function decodeText(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64(text.replace(/^data:[^,]{0,128};base64,/, '').trim())
  } catch {
    throw noPicture()
  }
}
