import { expect, test } from 'vitest'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

test('somebody without a picture has their initials on a colour of their own', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  const urlOf = (body: { response: { image_url: string } }) => new URL(body.response.image_url)
  expect(urlOf((await browser.get('/v1/me')).body).searchParams.get('initials')).toBe('A')
  const named = await browser.patch('/v1/me', { first_name: 'émile', last_name: '<&>' })
  const url = urlOf(named.body)
  expect(url.searchParams.get('initials')).toBe('É<')
  const answer = await server.fetch(new Request(url))
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const svg = await answer.text()
  expect(svg).toContain('>É&lt;</text>')
  expect(svg).toContain(`oklch(.93 .045 ${url.searchParams.get('hue')})`)
})

test('S62: nothing but a hue and some letters gets into that picture', async () => {
  const server = await createTestServer()
  const ask = (query: string) => server.fetch(new Request(`${server.url}/v1/images/default?${query}`))
  const statuses = ['', 'hue=360', 'hue=-1', 'hue=1.5', 'hue="/><script>', 'hue=1&initials=ABCDEFGHI']
  for (const query of statuses) expect((await ask(query)).status, query).toBe(422)
  const svg = await (await ask(`hue=1&width=80&initials=${encodeURIComponent('"</t>&')}`)).text()
  expect(svg).toContain('>"&lt;/t&gt;&amp;</text>')
})
