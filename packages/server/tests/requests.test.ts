import { expect, test } from 'vitest'
import { faultOf } from './support/faults.ts'
import { goodPassword, signUp } from './support/people.ts'
import { createTestServer } from './support/test-server.ts'

const signUps = '/v1/client/sign_ups'
const json = { 'content-type': 'application/json' }

async function ask(path: string, init: RequestInit = {}) {
  const server = await createTestServer()
  const answer = await server.browser().fetch(path, init)
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

test('an error says what is wrong in the body of the wire, and never more', async () => {
  const { status, headers, body } = await ask(signUps, {
    method: 'POST',
    body: new URLSearchParams({ email_address: 'x' }),
  })
  expect(status).toBe(422)
  expect(body).toEqual({
    errors: [
      {
        code: 'form_param_format_invalid',
        message: 'is invalid',
        long_message: expect.stringMatching(/^[A-Z].+\.$/),
        meta: { param_name: 'email_address' },
      },
    ],
    clerk_trace_id: expect.stringMatching(/^[0-9a-z]{32}$/),
    meta: { client: expect.objectContaining({ object: 'client', sessions: [] }) },
  })
  expect(headers.get('x-clerk-trace-id')).toBe(body.clerk_trace_id)
  expect(headers.get('content-type')).toBe('application/json')
})

test('S66: a form of very many fields is refused at once', async () => {
  const fields = (count: number) => Array.from({ length: count }, (_, at) => `k${at}=`).join('&')
  const post = (body: string) =>
    ask(signUps, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect((await post(fields(500))).status).toBe(200)
  const { status, body } = await post(fields(100_000))
  expect(status).toBe(400)
  expect(body.errors[0].code).toBe('malformed_request_parameters')
})

test('every fault of a form is told at once', async () => {
  const server = await createTestServer()
  const answer = await server
    .browser()
    .post(signUps, { first_name: 'n'.repeat(300), locale: 'l'.repeat(100) })
  expect(answer.body.errors.map((error: { meta: object }) => error.meta)).toEqual([
    { param_name: 'first_name' },
    { param_name: 'locale' },
  ])
})

test.each([
  ['{', 400, 'malformed_request_parameters'],
  ['[]', 400, 'malformed_request_parameters'],
  ['null', 400, 'malformed_request_parameters'],
  ['"text"', 400, 'malformed_request_parameters'],
  ['{"email_address":{"a":1}}', 422, 'form_param_format_invalid'],
  ['{"email_address":["a@example.com"]}', 422, 'form_param_format_invalid'],
  ['{"email_address":12}', 422, 'form_param_format_invalid'],
  ['{"password":true}', 422, 'form_param_format_invalid'],
  ['{"email_address":"a\\u0000@example.com"}', 422, 'form_param_format_invalid'],
])('S66: the JSON %s is refused', async (body, status, code) => {
  const answer = await ask(signUps, { method: 'POST', headers: json, body })
  expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
})

test.each([
  ['multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
  ['text/plain', 'email_address=a@example.com'],
  ['application/octet-stream', '\u0000\u0001'],
  ['application/xml', '<a/>'],
  ['', 'email_address=a@example.com'],
])('S66: a body of type "%s" is refused', async (type, body) => {
  const answer = await ask(signUps, { method: 'POST', headers: { 'content-type': type }, body })
  expect(faultOf(answer)).toBe('415 content_type_unsupported')
})

test('S66: forms that are none are read as far as they go', async () => {
  for (const body of ['%', '%zz=%zz', '&&&===', 'email_address=%FF%FE', 'a'.repeat(100_000)]) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { status } = await ask(signUps, { method: 'POST', headers, body })
    expect(status).toBeLessThan(500)
  }
})

test('a key given twice is refused where one text is wanted', async () => {
  const body = new URLSearchParams([
    ['email_address', 'ada@example.com'],
    ['email_address', 'eve@example.com'],
  ])
  expect(faultOf(await ask(signUps, { method: 'POST', body }))).toBe(
    '422 form_param_format_invalid email_address',
  )
})

test('a body that is too large is refused', async () => {
  const body = new URLSearchParams({ first_name: 'x'.repeat(1_048_576) })
  expect(faultOf(await ask(signUps, { method: 'POST', body }))).toBe('413 payload_too_large')
})

test('an unknown path is not found, a wrong method is told which ones there are', async () => {
  for (const path of [
    '/',
    '/v1',
    '/v1/nothing',
    '/v2/client',
    '/v1/client/sign_ups/x/y/z',
    '/v1/client/sessions/x/tokens/t',
  ])
    expect(faultOf(await ask(path)), path).toBe('404 resource_not_found')
  const wrong = await ask(signUps, { method: 'DELETE' })
  expect(faultOf(wrong)).toBe('405 method_not_allowed')
  expect(wrong.headers.get('allow')).toBe('POST')
  expect((await ask('/v1/client/sign_ups/sua_x', { method: 'PUT' })).headers.get('allow')).toBe('GET, PATCH')
  expect(faultOf(await ask(`${signUps}?_method=DELETE`, { method: 'POST' }))).toBe('405 method_not_allowed')
})

test('an address may begin with /__clerk, end with a slash, and name the method', async () => {
  const server = await createTestServer()
  const browser = server.browser()
  expect((await browser.get('/__clerk/v1/client')).status).toBe(200)
  expect((await browser.get('/v1/client/')).status).toBe(200)
  const begun = await browser.post('/__clerk/v1/client/sign_ups/', { email_address: 'ada@example.com' })
  expect(begun.status).toBe(200)
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  expect((await browser.patch(path, { first_name: 'Ada' })).body.response.first_name).toBe('Ada')
  const plain = await browser.fetch(path, {
    method: 'PATCH',
    body: new URLSearchParams({ first_name: 'Grace' }),
  })
  expect((await plain.json()).response.first_name).toBe('Grace')
  const small = await browser.fetch(`${path}?_method=patch`, {
    method: 'POST',
    body: new URLSearchParams({ first_name: 'Eve' }),
  })
  expect((await small.json()).response.first_name).toBe('Eve')
})

test.each(['', '2021-02-05', '2026-05-12', '2026-08-20', '2999-12-31', 'nonsense', '%00', 'x'.repeat(1000)])(
  'a client of version "%s" is served',
  async (version) => {
    const query = version === '' ? '' : `?__clerk_api_version=${version}&_clerk_js_version=6.40.0`
    expect((await ask(`/v1/client${query}`)).status).toBe(200)
    const body = new URLSearchParams({ email_address: 'ada@example.com', password: goodPassword })
    expect((await ask(`${signUps}${query}`, { method: 'POST', body })).status).toBe(200)
  },
)

test('the environment is the bare document, by GET and by PATCH', async () => {
  const server = await createTestServer({ settings: { applicationName: 'Analytical Engine' } })
  const browser = server.browser()
  const read = await browser.get('/v1/environment')
  expect(read.body).toMatchObject({
    object: 'environment',
    auth_config: { single_session_mode: true },
    display_config: { application_name: 'Analytical Engine' },
  })
  expect(Object.keys(read.body.user_settings.attributes)).toHaveLength(11)
  expect((await browser.patch('/v1/environment')).body).toEqual(read.body)
})

test('health is told without a cookie and without an origin', async () => {
  const server = await createTestServer()
  const answer = await server.fetch(new Request(`${server.url}/v1/health`))
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'healthy' }])
})

test('S63: every answer forbids to be kept, framed, sniffed and named', async () => {
  for (const mode of ['development', 'production'] as const) {
    const server = await createTestServer({ mode })
    const { browser } = await signUp(server)
    for (const path of [
      '/v1/client',
      '/v1/me',
      '/v1/environment',
      '/v1/nothing',
      '/nothing',
      '/v1/client/sign_ups/%00',
    ]) {
      const { headers } = await browser.get(path)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('strict-transport-security')).toBe(
        mode === 'production' ? 'max-age=31536000; includeSubDomains' : null,
      )
    }
  }
})

test('S66: when the database is down the answer is a plain 500 in the same form', async () => {
  const server = await createTestServer()
  const { browser } = await signUp(server)
  await server.close()
  const { status, body } = await browser.get('/v1/client')
  expect(status).toBe(500)
  expect(body).toEqual({
    errors: [expect.objectContaining({ code: 'internal_clerk_error' })],
    clerk_trace_id: expect.any(String),
  })
})
