import { request } from 'node:http'
import { expect, test } from 'vitest'
import { createHttpBrowser, newFolder, serve } from '../support/command.ts'

type Asked = { method?: string; headers?: Record<string, string> }

/** Asks as `fetch` does not let one ask: with any Host, and with any method. */
function ask(
  url: string,
  { method = 'GET', headers = {} }: Asked = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    call.on('error', reject)
    call.end()
  })
}

async function startWithMail() {
  const { url } = await serve({ USHER_DATA: await newFolder() })
  const browser = createHttpBrowser(url)
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
  await browser.post(`/v1/client/sign_ups/${body.response.id}/prepare_verification`, {
    strategy: 'email_code',
  })
  return { url, count: async () => JSON.parse((await ask(`${url}/_inbox.json`)).text).length }
}

test('S29: the inbox answers under no name that somebody pointed at this machine', async () => {
  const { url, count } = await startWithMail()
  for (const path of ['/_inbox', '/_inbox.json'])
    expect(await ask(`${url}${path}`, { headers: { host: 'evil.example:4000' } })).toMatchObject({
      status: 403,
      text: expect.stringMatching(/^The inbox answers under/),
    })
  for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000'])
    expect((await ask(`${url}/_inbox.json`, { headers: { host } })).status).toBe(200)
  expect(await count()).toBe(1)
})

test('only the inbox itself is told to forget its mail', async () => {
  const { url, count } = await startWithMail()
  const clear = (origin: string) => ask(`${url}/_inbox.json`, { method: 'DELETE', headers: { origin } })
  expect((await clear('https://evil.example')).status).toBe(403)
  expect((await clear('null')).status).toBe(403)
  expect((await ask(`${url}/_inbox.json`, { method: 'POST' })).status).toBe(405)
  expect(await count()).toBe(1)
  expect((await clear(url)).status).toBe(200)
  expect(await count()).toBe(0)
})

test('S66: a method that is none of ours is refused, wherever it is asked', async () => {
  const { url } = await serve({ USHER_DATA: await newFolder() })
  for (const path of ['/v1/client', '/v1/client/', '/__clerk/v1/environment?x'])
    expect([400, 404, 405]).toContain((await ask(`${url}${path}`, { method: 'TRACE' })).status)
})
