import { expect, test } from 'vitest'
import { createApp } from '../src/http/create-app.ts'
import { createTestAuthenticator, type TestBrowser } from '../src/testing/index.ts'
import { backendOf } from './support/backend.ts'
import { signInByLink, tokenOf } from './support/links.ts'
import { addPasskey, passkey } from './support/passkeys.ts'
import { addAddress, goodPassword, type Person, signInElsewhere, signUp } from './support/people.ts'
import { readAnswer } from './support/read-answer.ts'
import { createTestServer } from './support/test-server.ts'

const canary = 'canary-7f3a9'

test('S61: no answer of the Frontend API and no token holds private metadata', async () => {
  const server = await createTestServer({
    settings: {
      singleSessionMode: false,
      deleteSelf: true,
      password: optionalPassword,
      phoneNumber,
      secondFactors,
      emailLinkSignIn: true,
      oauth: { google: { clientId: 'usher' } },
      passkey,
    },
  })
  const person = await signUp(server)
  const grace = await signUp(server, { email_address: 'grace@example.com' })
  const private_metadata = { [canary]: { deep: [canary] } }
  for (const { userId } of [person, grace]) {
    const written = await backendOf(server).put(`/v1/users/${userId}/metadata`, { private_metadata })
    expect(written.body.private_metadata).toEqual(private_metadata)
  }

  const crawl = startCrawl(person.browser)
  for (const step of await stepsOf(server, person, grace.address)) await crawl.ask(step)
  const routes = createApp(server.deps).frontend.routes.filter(({ method }) => method !== 'ALL')
  const unseen = routes
    .filter((route) => !crawl.hasSeen(route))
    .map(({ method, path: at }) => `${method} ${at}`)
  expect(unseen).toEqual([])
  expect(crawl.answers.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
  for (const { step, text } of crawl.answers) {
    expect(text, step).not.toContain(canary)
    expect(text, step).not.toContain('private_metadata')
    for (const token of text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? [])
      expect(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))).not.toContain(
        canary,
      )
  }
  expect(JSON.stringify(person.browser.jar.all())).not.toContain(canary)
})

const phoneNumber = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
const secondFactors = { authenticatorApp: true, phoneCode: true, backupCode: true }
const onePixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const optionalPassword = { enabled: true, required: false, minLength: 8 }

type Step = [method: string, path: string, fields?: Record<string, unknown>]

/** Every route of the Frontend API, in an order in which most of them succeed. */
async function stepsOf(
  server: Awaited<ReturnType<typeof createTestServer>>,
  { browser, sessionId, address }: Person,
  addressOfAnother: string,
): Promise<Step[]> {
  const other = await signInElsewhere(server, { address, password: goodPassword })
  const spare = await addAddress(server, browser, 'spare@example.com')
  const unverified = await browser.post('/v1/me/email_addresses', { email_address: 'new@example.com' })
  const { id: newId } = unverified.body.response
  const phone = await browser.post('/v1/me/phone_numbers', { phone_number: '+306945550123' })
  const phonePath = `/v1/me/phone_numbers/${phone.body.response.id}`
  const passkeyPath = `/v1/me/passkeys/${await addPasskey(browser, createTestAuthenticator())}`
  const strategy = 'email_code'
  const signIn = await browser.post('/v1/client/sign_ins', { identifier: addressOfAnother })
  const reset = await browser.post('/v1/client/sign_ins', { identifier: addressOfAnother })
  const signUpBegun = await browser.post('/v1/client/sign_ups', { email_address: 'eve@example.com' })
  const inPath = `/v1/client/sign_ins/${signIn.body.response.id}`
  const resetPath = `/v1/client/sign_ins/${reset.body.response.id}`
  const upPath = `/v1/client/sign_ups/${signUpBegun.body.response.id}`
  const asker = server.browser()
  const { link } = await signInByLink(server, asker, addressOfAnother)
  const linkToken = tokenOf(link)
  const page = { redirect_url: 'http://localhost:5173/' }
  const google = { strategy: 'oauth_google', ...page }
  const account = await browser.post('/v1/me/external_accounts', google)
  const accountPath = `/v1/me/external_accounts/${account.body.response.id}`
  const verifyPath = `/v1/client/sessions/${sessionId}/verify`
  server.clock.advance(1)
  return [
    ['GET', '/.well-known/jwks.json'],
    ['GET', '/v1/jwks'],
    ['GET', '/v1/health'],
    ['GET', '/v1/environment'],
    ['PATCH', '/v1/environment'],
    ['POST', '/v1/dev_browser'],
    ['GET', '/v1/client'],
    ['GET', '/v1/client/events'],
    ['GET', '/v1/client/handshake?redirect_url=http://localhost:5173/'],
    ['GET', '/v1/client/touch?redirect_url=http://localhost:5173/'],
    ['GET', '/v1/username_availability?username=grace'],
    ['PUT', '/v1/client'],
    ['POST', '/v1/client'],
    ['POST', '/v1/client/sign_ups', { email_address: address, password: goodPassword }],
    ['GET', upPath],
    ['PATCH', upPath, { first_name: 'Eve' }],
    ['POST', `${upPath}/prepare_verification`, { strategy }],
    ['POST', `${upPath}/attempt_verification`, { strategy, code: '000000' }],
    ['GET', `/v1/verify?token=${linkToken}`],
    ['POST', '/v1/verify', { token: linkToken }],
    ['GET', '/v1/tickets/accept?ticket=any'],
    ['POST', '/v1/client/sign_ins', { identifier: address, password: 'not the one' }],
    ['GET', inPath],
    ['POST', `${inPath}/prepare_first_factor`, { strategy }],
    ['POST', `${inPath}/attempt_first_factor`, { strategy: 'password', password: goodPassword }],
    ['POST', `${resetPath}/reset_password`, { password: 'a password after the reset' }],
    ['GET', `/v1/client/sessions/${sessionId}`],
    ['POST', `/v1/client/sessions/${sessionId}/touch`],
    ['POST', `/v1/client/sessions/${sessionId}/tokens`],
    ['POST', verifyPath, { level: 'second_factor' }],
    ['POST', `${verifyPath}/prepare_first_factor`, { strategy }],
    ['POST', `${verifyPath}/attempt_first_factor`, { strategy: 'password', password: goodPassword }],
    ['POST', `${verifyPath}/prepare_second_factor`, { strategy: 'phone_code' }],
    ['POST', `${verifyPath}/attempt_second_factor`, { strategy: 'totp', code: '000000' }],
    ['GET', '/v1/me'],
    ['PATCH', '/v1/me', { first_name: 'Ada' }],
    ['PATCH', '/v1/me/metadata', { unsafe_metadata: { a: 1 } }],
    ['POST', '/v1/me/change_password', { new_password: 'one more password', current_password: goodPassword }],
    ['POST', '/v1/me/remove_password', { current_password: 'one more password' }],
    ['GET', '/v1/me/organization_memberships'],
    ['GET', '/v1/me/organization_invitations'],
    ['GET', '/v1/me/organization_suggestions'],
    ['POST', '/v1/organizations', { name: 'Acme' }],
    ['POST', '/v1/waitlist', { email_address: 'waits@example.com' }],
    ['GET', '/v1/me/email_addresses'],
    ['POST', '/v1/me/email_addresses', { email_address: 'more@example.com' }],
    ['GET', `/v1/me/email_addresses/${newId}`],
    ['POST', `/v1/me/email_addresses/${newId}/prepare_verification`, { strategy }],
    ['POST', `/v1/me/email_addresses/${newId}/attempt_verification`, { code: '000000' }],
    ['DELETE', `/v1/me/email_addresses/${spare}`],
    ['GET', '/v1/me/phone_numbers'],
    ['POST', '/v1/me/phone_numbers', { phone_number: '+306945550124' }],
    ['GET', phonePath],
    ['POST', `${phonePath}/prepare_verification`],
    ['POST', `${phonePath}/attempt_verification`, { code: '000000' }],
    ['PATCH', phonePath, { reserved_for_second_factor: true }],
    ['DELETE', phonePath],
    ['POST', '/v1/me/profile_image', { file: onePixel }],
    ['GET', '/v1/images/default?id=ada'],
    ['GET', '/v1/images/nobody.webp'],
    ['DELETE', '/v1/me/profile_image'],
    ['POST', '/v1/me/passkeys'],
    ['GET', passkeyPath],
    ['PATCH', passkeyPath, { name: 'Blue key' }],
    ['POST', `${passkeyPath}/attempt_verification`, { strategy: 'passkey', public_key_credential: '{}' }],
    ['DELETE', passkeyPath],
    ['POST', '/v1/me/totp'],
    ['POST', '/v1/me/totp/attempt_verification', { code: '000000' }],
    ['DELETE', '/v1/me/totp'],
    ['POST', '/v1/me/backup_codes'],
    ['POST', `${inPath}/prepare_second_factor`, { strategy: 'phone_code' }],
    ['POST', `${inPath}/attempt_second_factor`, { strategy: 'totp', code: '000000' }],
    ['POST', '/v1/me/external_accounts', google],
    ['PATCH', `${accountPath}/reauthorize`, page],
    ['DELETE', accountPath],
    ['POST', '/v1/oauth_callback', { state: 'unknown', code: '0' }],
    ['GET', '/v1/oauth_callback?state=unknown&code=0'],
    ['GET', '/v1/popup_callback?return_url=http://localhost:5173/'],
    ['GET', '/v1/me/sessions'],
    ['GET', '/v1/me/sessions/active'],
    ['POST', `/v1/me/sessions/${other.sessionId}/revoke`],
    ['POST', `/v1/client/sessions/${sessionId}/remove`],
    ['POST', `/v1/client/sessions/${sessionId}/end`],
    ['DELETE', '/v1/me'],
    ['DELETE', '/v1/client/sessions'],
    ['DELETE', '/v1/client'],
  ]
}

function startCrawl(browser: TestBrowser) {
  const answers: { step: string; status: number; text: string }[] = []
  const seen: [string, string][] = []
  return {
    answers,
    hasSeen: ({ method, path }: { method: string; path: string }) => {
      const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+').replaceAll('.', '\\.')}$`)
      return seen.some(([asked, at]) => asked === method && pattern.test(at))
    },
    async ask([method, path, fields]: Step) {
      const isRead = method === 'GET'
      const body = isRead ? null : new URLSearchParams(toForm(fields))
      const at = isRead || method === 'POST' ? path : `${path}?_method=${method}`
      const answer = await browser.fetch(at, { method: isRead ? 'GET' : 'POST', body })
      seen.push([method, path.replace(/\?.*/, '')])
      const headers = JSON.stringify([...answer.headers])
      answers.push({
        step: `${method} ${path}`,
        status: answer.status,
        text: headers + (await readAnswer(answer)),
      })
    },
  }
}

const toForm = (fields: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
