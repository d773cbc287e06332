import { expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import type { TestBrowser, TestServer } from '../src/testing/index.ts'
import { passkey } from './support/passkeys.ts'
import { goodPassword } from './support/people.ts'
import { readAnswer } from './support/read-answer.ts'
import { createTestServer } from './support/test-server.ts'

const calls = Number(process.env.USHER_FUZZ_CALLS ?? 10_000)
const seed = Number(process.env.USHER_FUZZ_SEED ?? 20_261_123)

test(`S66: of ${calls} calls of any shape to every route, none is answered with a 5xx`, {
  timeout: 180_000,
}, async () => {
  const server = await createTestServer({
    settings: {
      ...{ singleSessionMode: false, testMode: true, deleteSelf: true, emailLinkSignIn: true },
      emailVerifications: ['email_code', 'email_link'],
      secondFactors: { authenticatorApp: true, phoneCode: false, backupCode: true },
      passkey,
    },
  })
  const app = createApp(server.deps)
  const routes = app.frontend.routes.filter(({ method }) => method !== 'ALL')
  const draw = drawFrom(seed)
  const statuses = new Map<number, number>()
  let people = await populate(server, 0)
  for (let call = 0; call < calls; call++) {
    if (call % 500 === 499) people = await populate(server, call)
    const route = draw.one(routes)
    const { path, init, jar } = makeCall(route, people, draw)
    const browser = draw.one(people.browsers)
    if (jar !== undefined) browser.jar.set('__client', jar, { maxAge: 1, httpOnly: true })
    const answer = await browser.fetch(path, init)
    const text = await readAnswer(answer)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const told = `seed ${seed}, call ${call}: ${init.method} ${path} ${String(init.body)} -> ${answer.status} ${text}`
    if (answer.status >= 500) expect.unreachable(told)
    if (answer.status < 400 || init.method === 'HEAD') continue
    // Where people come by a link they are told in words.
    if (answer.headers.get('content-type')?.startsWith('text/html')) expect(text, told).toContain('<h1>')
    else expect(JSON.parse(text).errors[0], told).toHaveProperty('code')
  }
  // The walk is worth something only when calls get through, too.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(calls / 20)
  for (const status of [400, 401, 404, 422]) expect(statuses.get(status) ?? 0).toBeGreaterThan(0)
  for (const table of ['users', 'contacts'] as const) expect(await halfMade(server, table)).toEqual([])
})

/** Users without a verified address, and verified addresses without a user: what no call may leave behind. */
async function halfMade({ deps: { db } }: TestServer, table: 'users' | 'contacts') {
  if (table === 'users')
    return db
      .selectFrom('users')
      .select('id')
      .where('id', 'not in', (select) =>
        select.selectFrom('contacts').select('user_id').where('claimed', '=', 1),
      )
      .execute()
  return db
    .selectFrom('contacts')
    .select('id')
    .where('user_id', 'not in', (select) => select.selectFrom('users').select('id'))
    .execute()
}

type People = { browsers: TestBrowser[]; ids: string[]; addresses: string[] }

/** People in every stage: signed in, half-way, unknown; and the ids that a call may name, rightly or wrongly. */
async function populate(server: TestServer, round: number): Promise<People> {
  const address = (name: string) => `${name}${round}+clerk_test@example.com`
  const ada = await signUpWithTestCode(server, address('ada'))
  const eve = await signUpWithTestCode(server, address('eve'))
  const half = server.browser()
  const up = await half.post('/v1/client/sign_ups', {
    email_address: address('grace'),
    password: goodPassword,
  })
  const signIn = await half.post('/v1/client/sign_ins', { identifier: address('ada') })
  const added = await ada.browser.post('/v1/me/email_addresses', { email_address: address('more') })
  const ids = [up, signIn, added].map(({ body }) => body.response.id)
  return {
    browsers: [ada.browser, eve.browser, half, server.browser()],
    ids: [...ids, ada.sessionId, eve.sessionId, ada.addressId, eve.addressId, ada.userId, 'sess_x', 'sua_x'],
    addresses: [address('ada'), address('eve'), address('grace'), address('more'), `new${round}@example.com`],
  }
}

async function signUpWithTestCode(server: TestServer, email_address: string) {
  const browser = server.browser()
  const begun = await browser.post('/v1/client/sign_ups', { email_address, password: goodPassword })
  const path = `/v1/client/sign_ups/${begun.body.response.id}`
  await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' })
  const done = await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: '424242' })
  const { created_user_id: userId, created_session_id: sessionId } = done.body.response
  return { browser, userId, sessionId, addressId: done.body.client.sessions[0].user.email_addresses[0].id }
}

type Draw = ReturnType<typeof drawFrom>

/** A small generator (mulberry32), so that a seed repeats a run. */
function drawFrom(start: number) {
  let state = start >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (share: number) => next() < share,
    below: (limit: number) => Math.floor(next() * limit),
    one<Item>(items: readonly Item[]): Item {
      return items[Math.floor(next() * items.length)] as Item
    },
  }
}

const fields = [
  ...[
    'email_address',
    'password',
    'first_name',
    'last_name',
    'username',
    'phone_number',
    'unsafe_metadata',
    'locale',
  ],
  ...[
    'strategy',
    'identifier',
    'name',
    'public_key_credential',
    'code',
    'token',
    'ticket',
    'transfer',
    'redirect_url',
    'email_address_id',
    'legal_accepted',
  ],
  ...['new_password', 'current_password', 'sign_out_of_other_sessions', 'primary_email_address_id', 'intent'],
  ...['level', 'phone_number_id', 'reserved_for_second_factor'],
  ...['active_organization_id', 'organization_id', 'public_metadata', '__proto__', 'constructor', 'x[]', ''],
]

const oddTexts = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'true',
    'null',
    'undefined',
    '{}',
    '[]',
    '{"a":{"b":null}}',
    '{"__proto__":{"x":1}}',
    '{"a":',
  ],
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '\uffff',
    '👩‍🚀',
    "' or 1=1 --",
    '<b>',
    '../../x',
    '%00',
    '%',
    'é\u0301',
  ],
  ...[
    'x'.repeat(300),
    'x'.repeat(5000),
    '9'.repeat(400),
    'a@b@c',
    '@',
    'toString',
    '__proto__',
    '1e999',
    'NaN',
  ],
]

function oneValue({ addresses, ids }: People, draw: Draw): string {
  return draw.one([
    () => draw.one(oddTexts),
    () => draw.one(addresses),
    () => draw.one(ids),
    () => draw.one(['email_code', 'password', 'reset_password_email_code', 'oauth_google']),
    () => draw.one(['424242', '000000', goodPassword, 'a different good password']),
  ])()
}

/** A value for a field: mostly one that fits, so that calls get further than the first check. */
function valueFor(name: string, people: People, draw: Draw): string {
  if (draw.chance(0.4)) return oneValue(people, draw)
  if (name === 'strategy') return draw.one(['email_code', 'password', 'reset_password_email_code', 'passkey'])
  if (name === 'public_key_credential') return draw.one(['{"id":"x"}', '{"id":"x","response":{}}', '{}'])
  if (name === 'code') return draw.one(['424242', '111111'])
  if (name === 'identifier' || name === 'email_address') return draw.one(people.addresses)
  if (name.endsWith('password')) return goodPassword
  if (name.endsWith('_id')) return draw.one(people.ids)
  if (name.endsWith('metadata')) return draw.one(['{"a":1}', '{"a":null}', '{}'])
  return draw.one(['Ada', 'en-US', 'true', 'false', ''])
}

function makeCall({ method, path: pattern }: { method: string; path: string }, people: People, draw: Draw) {
  const path = pattern.replaceAll(/:\w+/g, () =>
    encodeURIComponent(
      draw.chance(0.85)
        ? draw.one(people.ids)
        : draw
            .one(oddTexts)
            .slice(0, 300)
            .replaceAll(/\p{Cs}/gu, ''),
    ).replaceAll('%25', '%'),
  )
  const asked = draw.chance(0.95)
    ? method
    : draw.one(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
  const query = new URLSearchParams()
  if (draw.chance(0.2)) query.set('_clerk_session_id', oneValue(people, draw))
  if (draw.chance(0.2))
    query.set('__clerk_api_version', draw.one(['2021-02-05', '2024-10-01', '2999-01-01', 'x', '']))
  if (draw.chance(0.05))
    query.set(draw.one(['_method', 'limit', 'offset', 'paginated', '_is_native']), oneValue(people, draw))
  const isRead = asked === 'GET' || asked === 'HEAD' || asked === 'OPTIONS'
  const init: RequestInit = { method: isRead ? asked : 'POST', ...(isRead ? {} : makeBody(people, draw)) }
  if (!isRead && asked !== 'POST') query.set('_method', asked)
  const jar = draw.chance(0.01) ? draw.one(['', 'x', '%', '\u00ff', 'x'.repeat(5000)]) : undefined
  const prefix = draw.chance(0.05) ? '/__clerk' : ''
  return { path: `${prefix}${path || '/'}?${query}`, init, jar }
}

function makeBody(people: People, draw: Draw): RequestInit {
  const names = Array.from({ length: draw.below(7) }, () => draw.one(fields))
  const entries = names.map((name): [string, string] => [name, valueFor(name, people, draw)])
  if (draw.chance(0.02))
    return {
      body: draw.one(oddTexts),
      headers: { 'content-type': draw.one(['application/json', 'text/plain', 'x', 'multipart/form-data']) },
    }
  if (draw.chance(0.2)) {
    const wild = (text: string): unknown =>
      draw.one([text, text, text, 1, null, true, [text], { [text]: text }, -0.5])
    const record = Object.fromEntries(entries.map(([name, text]) => [name, wild(text)]))
    return { body: JSON.stringify(record), headers: { 'content-type': 'application/json' } }
  }
  return { body: new URLSearchParams(entries) }
}
