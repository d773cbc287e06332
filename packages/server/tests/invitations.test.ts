import { beforeEach, describe, expect, test } from 'vitest'
import type { TestServer } from '../src/testing/index.ts'
import { type Backend, backendOf } from './support/backend.ts'
import { faultOf } from './support/faults.ts'
import { accept, mailedTicket, signUpPage, signUps } from './support/invitations.ts'
import { goodPassword, signUp } from './support/people.ts'
import { addApp, signIns, start } from './support/second-factors.ts'

const day = 86_400_000
const address = 'ada@example.com'

let server: TestServer
let backend: Backend
beforeEach(async () => {
  server = await start({ signUpUrl: signUpPage, signInUrl: 'http://localhost:5173/sign-in' })
  backend = backendOf(server)
})

const invite = async (fields = {}) =>
  (await backend.post('/v1/invitations', { email_address: address, ...fields })).body
const rowsOf = (table: 'invitations' | 'users' | 'sign_ups') =>
  server.deps.db.selectFrom(table).selectAll().execute()

describe('an invitation', () => {
  test('is mailed, and its ticket makes an account whose address is proved', async () => {
    const made = await invite({ public_metadata: { plan: 'pro' } })
    expect(made).toMatchObject({
      object: 'invitation',
      email_address: address,
      status: 'pending',
      revoked: false,
      public_metadata: { plan: 'pro' },
      expires_at: server.clock.now() + 30 * day,
    })
    expect(server.inbox.link(address)).toBe(made.url)
    expect(server.inbox.latest(address)?.text).toContain('for 30 days')

    const browser = server.browser()
    const done = await accept(browser, mailedTicket(server, address))
    expect(done.body.response).toMatchObject({ status: 'complete', email_address: address })
    const { body } = await browser.get('/v1/me')
    expect(body.response).toMatchObject({
      public_metadata: { plan: 'pro' },
      email_addresses: [{ email_address: address, verification: { status: 'verified', strategy: 'ticket' } }],
    })
    expect((await backend.get('/v1/invitations?status=accepted')).body).toMatchObject([{ id: made.id }])
  })

  test('its address leads to the sign-up page, or where the backend says; following it uses nothing up', async () => {
    const redirect_url = 'http://localhost:5173/welcome?from=mail'
    const made = await invite()
    const elsewhere = await invite({ email_address: 'eve@example.com', redirect_url })
    const follow = async (url: string) =>
      (await server.browser().fetch(url, { redirect: 'manual' })).headers.get('location')
    const ticket = mailedTicket(server, address)
    for (let time = 0; time < 2; time++)
      expect(await follow(made.url)).toBe(`${signUpPage}?__clerk_status=sign_up&__clerk_ticket=${ticket}`)
    expect(await follow(elsewhere.url)).toBe(
      `${redirect_url}&__clerk_status=sign_up&__clerk_ticket=${mailedTicket(server, 'eve@example.com')}`,
    )
    expect((await accept(server.browser(), ticket)).body.response.status).toBe('complete')
    expect(await follow(made.url)).toBe(
      `http://localhost:5173/sign-in?__clerk_status=sign_in&__clerk_ticket=${ticket}`,
    )
  })

  test('may ask for more than the ticket proves, and is kept over a reload', async () => {
    await invite()
    const browser = server.browser()
    const begun = await browser.post(signUps, { strategy: 'ticket', ticket: mailedTicket(server, address) })
    expect(begun.body.response).toMatchObject({
      status: 'missing_requirements',
      missing_fields: ['password'],
      unverified_fields: [],
      email_address: address,
      verifications: { email_address: { status: 'verified', strategy: 'ticket', next_action: '' } },
    })
    const { sign_up } = (await browser.get('/v1/client')).body.response
    const done = await browser.patch(`${signUps}/${sign_up.id}`, { password: goodPassword })
    expect(done.body.response.status).toBe('complete')
  })

  test('takes the place of the address that an open sign-up had', async () => {
    await invite()
    const browser = server.browser()
    const begun = await browser.post(signUps, { email_address: 'other@example.com', password: goodPassword })
    const path = `${signUps}/${begun.body.response.id}`
    const done = await browser.patch(path, { strategy: 'ticket', ticket: mailedTicket(server, address) })
    expect(done.body.response).toMatchObject({ status: 'complete', email_address: address })
  })

  test('is for its address only', async () => {
    await invite()
    const browser = server.browser()
    const ticket = mailedTicket(server, address)
    const other = { email_address: 'eve@example.com' }
    expect(faultOf(await accept(browser, ticket, other))).toBe('422 form_param_value_invalid email_address')
    const begun = await browser.post(signUps, {
      strategy: 'ticket',
      ticket,
      email_address: 'ADA@example.com',
    })
    const path = `${signUps}/${begun.body.response.id}`
    expect(faultOf(await browser.patch(path, { ...other, password: goodPassword }))).toBe(
      '422 form_param_value_invalid email_address',
    )
    expect(await rowsOf('users')).toEqual([])
  })

  test('is accepted once, by the first of many', async () => {
    await invite()
    const ticket = mailedTicket(server, address)
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(server.browser(), ticket)))
    expect(answers.filter(({ body }) => body.response?.status === 'complete')).toHaveLength(1)
    expect(await rowsOf('users')).toHaveLength(1)
    expect(faultOf(await accept(server.browser(), ticket))).toBe(
      '400 invitation_already_accepted_code ticket',
    )
  })

  test('is refused when it is too old, called back or made up', async () => {
    await invite({ expires_in_days: 1 })
    const old = mailedTicket(server, address)
    const called = await invite({ email_address: 'eve@example.com' })
    const ticket = mailedTicket(server, 'eve@example.com')
    const browser = server.browser()
    const begun = await browser.post(signUps, { strategy: 'ticket', ticket })
    expect((await backend.post(`/v1/invitations/${called.id}/revoke`)).body).toMatchObject({
      id: called.id,
      status: 'revoked',
      revoked: true,
    })
    expect(faultOf(await accept(server.browser(), ticket))).toBe('400 invitation_revoked_code ticket')
    const path = `${signUps}/${begun.body.response.id}`
    expect(faultOf(await browser.patch(path, { password: goodPassword }))).toBe(
      '400 invitation_revoked_code ticket',
    )
    expect(faultOf(await backend.post(`/v1/invitations/${called.id}/revoke`))).toBe(
      '400 invitation_cannot_be_revoked_code',
    )
    server.clock.advance(day)
    expect(faultOf(await accept(server.browser(), old))).toBe('400 ticket_expired_code ticket')
    expect(faultOf(await accept(server.browser(), 'made-up'))).toBe('400 ticket_invalid_code ticket')
    expect(faultOf(await server.browser().post(signUps, { strategy: 'ticket' }))).toBe(
      '422 form_param_missing ticket',
    )
    expect(await rowsOf('users')).toEqual([])
  })

  test('its token is nowhere in the database', async () => {
    const { url } = await invite()
    const rows = JSON.stringify([await rowsOf('invitations'), await rowsOf('sign_ups')])
    expect(rows).not.toContain(new URL(url).searchParams.get('ticket'))
  })

  test('S34: signs in who has an account by then, and asks for the second factor', async () => {
    const ada = await signUp(server)
    const { secret } = await addApp(server, ada.browser)
    await invite({ ignore_existing: true })
    const ticket = mailedTicket(server, address)
    expect(faultOf(await accept(server.browser(), ticket))).toBe('422 form_identifier_exists email_address')
    const browser = server.browser()
    const { response } = (await browser.post(signIns, { strategy: 'ticket', ticket })).body
    expect(response).toMatchObject({ status: 'needs_second_factor', created_session_id: null })
    const done = await browser.post(`${signIns}/${response.id}/attempt_second_factor`, {
      strategy: 'totp',
      code: await server.authenticator(secret),
    })
    expect(done.body.response.status).toBe('complete')
    expect(faultOf(await server.browser().post(signIns, { strategy: 'ticket', ticket }))).toBe(
      '400 invitation_already_accepted_code ticket',
    )
  })

  test('signs in nobody who has no account', async () => {
    await invite()
    const ticket = mailedTicket(server, address)
    expect(faultOf(await server.browser().post(signIns, { strategy: 'ticket', ticket }))).toBe(
      '400 invitation_account_not_exists ticket',
    )
  })
})
