import { exportPKCS8, exportSPKI, generateKeyPair, importSPKI, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { begin, comeBack, homePage, verificationOf } from './support/oauth.ts'
import { type Answers, createSigner } from './support/preset-answers.ts'
import { callbackOf, createPresetWorld, userOf } from './support/preset-world.ts'

const google = (
  jwks: unknown,
  idToken: (query: URLSearchParams) => Promise<string>,
  query: () => URLSearchParams,
): Answers => ({
  'https://oauth2.googleapis.com/token': async () => ({
    access_token: 'their token',
    token_type: 'Bearer',
    expires_in: 3599,
    refresh_token: 'r',
    scope: 'openid https://www.googleapis.com/auth/userinfo.email',
    id_token: await idToken(query()),
  }),
  'https://www.googleapis.com/oauth2/v3/certs': jwks,
})

test('Google says who somebody is in an ID token, and is asked for a refresh token', async () => {
  const { jwks, sign } = await createSigner()
  let query = new URLSearchParams()
  const answers = google(
    jwks,
    (asked) =>
      sign({
        iss: 'https://accounts.google.com',
        aud: 'our id',
        sub: '1076',
        email: 'ada@example.com',
        email_verified: true,
        given_name: 'Ada',
        nonce: asked.get('nonce'),
      }),
    () => query,
  )
  const { server, strategy } = await createPresetWorld('google', answers)
  const browser = server.browser()
  const { url } = await begin(browser, 'sign_ups', {
    strategy,
    oidc_prompt: 'select_account',
    oidc_login_hint: 'ada@example.com',
  })
  query = new URL(url).searchParams
  expect(Object.fromEntries(query)).toMatchObject({
    access_type: 'offline',
    prompt: 'select_account',
    login_hint: 'ada@example.com',
    scope: 'openid email profile',
  })
  expect((await comeBack(browser, callbackOf(url))).location).toBe(homePage)
  expect((await userOf(browser)).external_accounts[0]).toMatchObject({
    provider: 'oauth_google',
    provider_user_id: '1076',
    email_address_verified: true,
  })
})

test.each([
  [undefined, false],
  [true, true],
])('Microsoft vouches for an address where xms_edov is %s: %s', async (xms_edov, isVerified) => {
  const { jwks, sign } = await createSigner()
  const tid = '9188040d-6c67-4c5b-b112-36a304b66dad'
  let nonce: string | null = null
  let iss = `https://login.microsoftonline.com/${tid}/v2.0`
  const { server, strategy } = await createPresetWorld('microsoft', {
    'https://login.microsoftonline.com/common/oauth2/v2.0/token': async () => ({
      access_token: 'their token',
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: await sign({
        iss,
        aud: 'our id',
        sub: 'AAAA',
        tid,
        nonce,
        email: 'ada@example.com',
        email_verified: true,
        xms_edov,
      }),
    }),
    'https://login.microsoftonline.com/common/discovery/v2.0/keys': jwks,
  })
  for (const isHonest of [false, true]) {
    iss = isHonest
      ? `https://login.microsoftonline.com/${tid}/v2.0`
      : 'https://login.microsoftonline.com/common/v2.0'
    const browser = server.browser()
    const begun = await begin(browser, 'sign_ups', { strategy })
    nonce = new URL(begun.url).searchParams.get('nonce')
    await comeBack(browser, callbackOf(begun.url))
    const { body } = await browser.get(begun.path)
    if (isHonest)
      expect(body.response.verifications.email_address?.status).toBe(isVerified ? 'verified' : 'unverified')
    else expect(verificationOf(body.response).error.code).toBe('oauth_token_exchange_error')
  }
})

test('Apple posts its answer, tells the name once, and takes a secret that a key has signed', async () => {
  const { jwks, sign } = await createSigner()
  const pair = await generateKeyPair('ES256', { extractable: true })
  let nonce: string | null = null
  const { asked, server, strategy } = await createPresetWorld(
    'apple',
    {
      'https://appleid.apple.com/auth/token': async () => ({
        access_token: 'their token',
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: 'r',
        id_token: await sign({
          iss: 'https://appleid.apple.com',
          aud: 'our id',
          sub: '001',
          nonce,
          email: 'x@privaterelay.appleid.com',
          email_verified: 'true',
          is_private_email: 'true',
        }),
      }),
      'https://appleid.apple.com/auth/keys': jwks,
    },
    { teamId: 'TEAM', keyId: 'KEY', privateKey: await exportPKCS8(pair.privateKey) },
  )
  const browser = server.browser()
  const { url } = await begin(browser, 'sign_ups', { strategy })
  const query = new URL(url).searchParams
  nonce = query.get('nonce')
  expect(query.get('response_mode')).toBe('form_post')
  const user = JSON.stringify({
    name: { firstName: 'Ada', lastName: 'Lovelace' },
    email: 'x@privaterelay.appleid.com',
  })
  const posted = await server.fetch(
    new Request('http://localhost:4000/v1/oauth_callback', {
      method: 'POST',
      body: new URLSearchParams({ code: 'a code', state: query.get('state') ?? '', user }),
      headers: { origin: 'https://appleid.apple.com' },
    }),
  )
  const back = await comeBack(browser, `http://localhost:4000${posted.headers.get('location')}`)
  expect(back.location).toBe(homePage)
  expect(await userOf(browser)).toMatchObject({
    first_name: 'Ada',
    last_name: 'Lovelace',
    email_addresses: [{ email_address: 'x@privaterelay.appleid.com', verification: { status: 'verified' } }],
  })
  const key = await importSPKI(await exportSPKI(pair.publicKey), 'ES256')
  const secret = asked[0]?.body.get('client_secret') ?? ''
  const { payload, protectedHeader } = await jwtVerify(secret, key, {
    audience: 'https://appleid.apple.com',
    currentDate: new Date(server.clock.now()),
  })
  expect(payload).toMatchObject({ iss: 'TEAM', sub: 'our id' })
  expect(protectedHeader.kid).toBe('KEY')
})

const openId = [
  [
    'gitlab',
    'https://gitlab.com',
    'https://gitlab.com/oauth/token',
    'https://gitlab.com/oauth/discovery/keys',
    'https://gitlab.com/oauth/userinfo',
  ],
  [
    'linkedin',
    'https://www.linkedin.com/oauth',
    'https://www.linkedin.com/oauth/v2/accessToken',
    'https://www.linkedin.com/oauth/openid/jwks',
    'https://api.linkedin.com/v2/userinfo',
  ],
  [
    'slack',
    'https://slack.com',
    'https://slack.com/api/openid.connect.token',
    'https://slack.com/openid/connect/keys',
    'https://slack.com/api/openid.connect.userInfo',
  ],
] as const

test.each(openId)(
  '%s says who somebody is, and the rest where it is asked for',
  async (key, iss, token, keys, userinfo) => {
    const { jwks, sign } = await createSigner()
    let nonce: string | null = null
    const { asked, server, strategy } = await createPresetWorld(key, {
      // Slack says besides that all is well.
      [token]: async () => ({
        ok: true,
        access_token: 'their token',
        token_type: 'Bearer',
        id_token: await sign({ iss, aud: 'our id', sub: 'U1', ...(nonce ? { nonce } : {}) }),
      }),
      [keys]: jwks,
      [userinfo]: { ok: true, sub: 'U1', email: 'ada@example.com', email_verified: true, given_name: 'Ada' },
    })
    const browser = server.browser()
    const { url } = await begin(browser, 'sign_ups', { strategy })
    nonce = new URL(url).searchParams.get('nonce')
    expect(nonce === null).toBe(key === 'linkedin')
    expect((await comeBack(browser, callbackOf(url))).location).toBe(homePage)
    expect(asked[0]?.body.has('code_verifier')).toBe(key !== 'linkedin')
    expect((await userOf(browser)).external_accounts[0]).toMatchObject({
      provider_user_id: 'U1',
      first_name: 'Ada',
    })
  },
)
