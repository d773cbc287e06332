import sharp, { type Sharp } from 'sharp'
import type { ImageStore } from '../../src/ports/image-store.ts'
import { createMemoryImageStore } from '../../src/ports/memory-image-store.ts'
import type { TestBrowser, TestServer } from '../../src/testing/index.ts'
import { signUp } from './people.ts'
import { createTestServer } from './test-server.ts'

export type Picture = { width?: number; height?: number; colour?: string }

/** A picture of one colour, before it is written in a format. */
export const draw = ({ width = 40, height = 30, colour = 'rebeccapurple' }: Picture = {}) =>
  sharp({ create: { width, height, channels: 4, background: colour } })

export const png = (picture?: Picture): Promise<Uint8Array<ArrayBuffer>> => bytesOf(draw(picture).png())

export const bytesOf = async (image: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await image.toBuffer())

/** A form with a file, as a page sends it. */
export function formWith(file: Uint8Array<ArrayBuffer> | string, name = 'me.png'): FormData {
  const form = new FormData()
  if (typeof file === 'string') form.set('file', file)
  else form.set('file', new Blob([file]), name)
  return form
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it asserts
type AnyAnswer = { status: number; headers: Headers; body: any }

/** Gives the person who is signed in on a browser a picture. */
export async function upload(
  browser: TestBrowser,
  body: Uint8Array<ArrayBuffer> | BodyInit,
  headers: Record<string, string> = {},
): Promise<AnyAnswer> {
  const init = { method: 'POST', headers, body: body instanceof Uint8Array ? formWith(body) : body }
  const answer = await browser.fetch('/v1/me/profile_image', init)
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

/** A server on a store that tells what it keeps and that can be down, and somebody who is signed in. */
export async function start(options: Parameters<typeof createTestServer>[0] = {}) {
  const kept = new Set<string>()
  const memory = createMemoryImageStore()
  const down = { put: false, get: false, delete: false }
  const failWhenDown = (call: keyof typeof down) => {
    if (down[call]) throw new Error('the store does not answer')
  }
  const images: ImageStore = {
    async put(name, ...file) {
      failWhenDown('put')
      await memory.put(name, ...file)
      kept.add(name)
    },
    async get(name) {
      failWhenDown('get')
      return memory.get(name)
    },
    async delete(name) {
      failWhenDown('delete')
      await memory.delete(name)
      kept.delete(name)
    },
  }
  const server = await createTestServer({ images, ...options })
  return { server, kept, down, ada: await signUp(server) }
}

/** Asks for a picture as anybody may. */
export const read = (server: TestServer, url: string) => server.fetch(new Request(url))
