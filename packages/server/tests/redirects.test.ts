import { expect, test } from 'vitest'
import { page } from './support/links.ts'
import { signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

// What has fooled checks of addresses elsewhere: each would lead a browser, or a careless reader, to another site.
const tricks = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'http:evil.example',
  'http:/evil.example',
  'http:///evil.example',
  'http:\\\\evil.example',
  'https://evil.example',
  'HTTPS://EVIL.EXAMPLE/',
  'https://evil.example/http://localhost:5173',
  'https://evil.example?http://localhost:5173',
  'https://evil.example#http://localhost:5173',
  'http://localhost:5173@evil.example',
  'http://localhost:5173%40evil.example',
  'http://localhost%3A5173@evil.example/',
  'http://evil.example\\@localhost:5173',
  'http://user@localhost:5173/',
  'http://user:secret@localhost:5173/',
  'http://:@evil.example',
  'http://localhost.evil.example',
  'http://localhost:5173.evil.example',
  'http://evillocalhost:5173',
  'http://localhost\u3002evil.example',
  'http://evil\uFF0Eexample',
  'http://localhost:5173\n.evil.example',
  'http://local\thost:5173\t@evil.example',
  ' http://localhost:5173',
  'http://localhost:5173/\u0000',
  'http://2130706433.evil.example',
  'http://[::ffff:203.0.113.7]/',
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  'javascript://localhost:5173/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:http://localhost:5173/1',
  'file:///etc/passwd',
  'ftp://localhost:5173',
  'ws://localhost:5173',
  'view-source:http://localhost:5173',
  'myapp://verify',
  'null',
  'sign-in/verify',
  '',
]

test.each(tricks)('S29: %j is no page that a link may lead to', async (redirect_url) => {
  const server = await createTestServer({ settings: { emailVerifications: ['email_link'] } })
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
  const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
  const refused = await browser.post(path, { strategy: 'email_link', redirect_url })
  expect([refused.status, refused.body.errors[0].meta.param_name]).toEqual([422, 'redirect_url'])
  expect(server.inbox.list()).toEqual([])
})

test.each(tricks)(
  'S29: %j is no page to which a handshake or a renewed cookie leads',
  async (redirect_url) => {
    const server = await createTestServer()
    const { browser } = await signUp(server)
    for (const path of ['handshake', 'touch']) {
      const refused = await browser.get(`/v1/client/${path}?${new URLSearchParams({ redirect_url })}`)
      expect([refused.status, refused.body.errors[0].meta.param_name]).toEqual([422, 'redirect_url'])
      expect(refused.headers.get('location')).toBeNull()
    }
    expect(await server.deps.db.selectFrom('handshakes').selectAll().execute()).toEqual([])
  },
)

test.each([
  page,
  'http://127.0.0.1:5173/',
  'http://localhost:5173/sign-in#/verify',
  'http://localhost:5173/?a=1,2&__clerk_status=verified&__clerk_created_session=sess_1',
])('S29: %s is a page of the app', async (redirect_url) => {
  const server = await createTestServer({ settings: { emailVerifications: ['email_link'] } })
  const browser = server.browser()
  const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'ada@example.com' })
  const path = `/v1/client/sign_ups/${body.response.id}/prepare_verification`
  await browser.post(path, { strategy: 'email_link', redirect_url })
  server.clock.advance(601_000)
  const answer = await browser.fetch(server.inbox.link('ada@example.com'))
  const location = new URL(answer.headers.get('location') ?? '')
  expect(location.origin).toBe(new URL(redirect_url).origin)
  expect(location.hash).toBe(new URL(redirect_url).hash)
  // What the address said of its own accord cannot pass for an answer of the server.
  expect(location.searchParams.getAll('__clerk_status')).toEqual(['expired'])
  expect(location.searchParams.has('__clerk_created_session')).toBe(false)
})
