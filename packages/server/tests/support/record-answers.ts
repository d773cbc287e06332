import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, vi } from 'vitest'
import type { UsherServer } from '../../src/create-server.ts'
import { normalizeRequest } from '../../src/http/normalize-request.ts'

// Every server of a test comes from this function, so this sees every answer: `pnpm --filter @usher/tooling openapi`.
vi.mock(import('../../src/create-server.ts'), async (original) => {
  const { createServer, isForBackend, ...others } = await original()
  const recorded = async (options: Parameters<typeof createServer>[0]): Promise<UsherServer> => {
    const server = await createServer(options)
    return {
      ...server,
      async fetch(request, bindings) {
        // Without its body, which is read once.
        const { method: given, url: address, headers } = request
        const { method, url } = normalizeRequest({ method: given, url: address, headers } as Request)
        const api = isForBackend({ url, headers } as Request) ? 'backend' : 'frontend'
        const response = await server.fetch(request, bindings)
        await record({ api, method, path: new URL(url).pathname }, response)
        return response
      },
    }
  }
  return { createServer: recorded, isForBackend, ...others }
})

const lines = new Map<string, string>()

async function record(
  asked: { api: string; method: string; path: string },
  response: Response,
): Promise<void> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  // Only then a copy: a stream of events never ends.
  const text = isJson ? await response.clone().text() : ''
  const answer = { ...asked, status: response.status, body: text === '' ? null : JSON.parse(text) }
  const key = JSON.stringify(answer, (_, value) => (typeof value === 'number' ? 0 : maskId(value)))
  if (!lines.has(key)) lines.set(key, JSON.stringify({ ...answer, test: expect.getState().currentTestName }))
}

// Answers that differ in nothing but ids and times are one.
const maskId = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/_[A-Za-z0-9]{20,}/g, '_') : value

afterAll(() => {
  const folder = process.env['USHER_ANSWERS']
  if (!folder || lines.size === 0) return
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${[...lines.values()].join('\n')}\n`)
  lines.clear()
})
