import { expect, test } from 'vitest'
import { begin, comeBack, verificationOf } from './support/oauth.ts'
import { callbackOf, createPresetWorld, userOf } from './support/preset-world.ts'

const tokenAnswer = { access_token: 'their token', token_type: 'bearer', scope: 'read:user,user:email' }

const withoutIdToken = [
  {
    key: 'github',
    at: 'https://github.com/login/oauth/authorize',
    scope: 'read:user user:email',
    answers: {
      'https://github.com/login/oauth/access_token': tokenAnswer,
      'https://api.github.com/user': {
        id: 583231,
        login: 'octocat',
        name: 'Ada King Lovelace',
        email: 'shown@example.com',
        avatar_url: 'https://avatars.githubusercontent.com/u/583231',
      },
      'https://api.github.com/user/emails': [
        { email: 'old@example.com', primary: false, verified: true, visibility: null },
        { email: 'ada@example.com', primary: true, verified: true, visibility: 'public' },
      ],
    },
    account: {
      provider_user_id: '583231',
      email_address: 'ada@example.com',
      email_address_verified: true,
      first_name: 'Ada',
      last_name: 'King Lovelace',
      username: 'octocat',
      image_url: 'https://avatars.githubusercontent.com/u/583231',
      approved_scopes: 'read:user user:email',
    },
  },
  {
    key: 'facebook',
    at: 'https://www.facebook.com/v23.0/dialog/oauth',
    scope: 'email public_profile',
    answers: {
      'https://graph.facebook.com/v23.0/oauth/access_token': {
        access_token: 'their token',
        token_type: 'bearer',
        expires_in: 5_183_944,
      },
      'https://graph.facebook.com/v23.0/me?fields=id,email,first_name,last_name,picture': {
        id: '10158',
        email: 'ada@example.com',
        first_name: 'Ada',
        last_name: 'Lovelace',
        picture: {
          data: {
            height: 50,
            is_silhouette: false,
            url: 'https://platform-lookaside.fbsbx.com/x.jpg',
            width: 50,
          },
        },
      },
    },
    account: {
      provider_user_id: '10158',
      email_address: 'ada@example.com',
      email_address_verified: false,
      image_url: 'https://platform-lookaside.fbsbx.com/x.jpg',
      approved_scopes: 'email public_profile',
    },
  },
  {
    key: 'discord',
    at: 'https://discord.com/oauth2/authorize',
    scope: 'identify email',
    answers: {
      'https://discord.com/api/oauth2/token': {
        ...tokenAnswer,
        token_type: 'Bearer',
        expires_in: 604_800,
        refresh_token: 'r',
        scope: 'identify email',
      },
      'https://discord.com/api/users/@me': {
        id: '80351110224678912',
        username: 'ada',
        global_name: 'Ada Lovelace',
        avatar: '8342729096ea3675442027381ff50dfe',
        verified: true,
        email: 'ada@example.com',
      },
    },
    account: {
      provider_user_id: '80351110224678912',
      email_address_verified: true,
      first_name: 'Ada',
      username: 'ada',
      image_url: 'https://cdn.discordapp.com/avatars/80351110224678912/8342729096ea3675442027381ff50dfe.png',
    },
  },
  {
    key: 'x',
    at: 'https://x.com/i/oauth2/authorize',
    scope: 'users.read tweet.read offline.access',
    answers: {
      'https://api.x.com/2/oauth2/token': {
        ...tokenAnswer,
        expires_in: 7200,
        scope: 'users.read tweet.read offline.access',
      },
      'https://api.x.com/2/users/me?user.fields=profile_image_url': {
        data: {
          id: '2244994945',
          name: 'Ada Lovelace',
          username: 'ada',
          profile_image_url: 'https://pbs.twimg.com/x.jpg',
        },
      },
    },
    account: { provider_user_id: '2244994945', email_address: '', username: 'ada', first_name: 'Ada' },
  },
]

test.each(withoutIdToken)(
  '$key says who somebody is, as it documents',
  async ({ key, at, scope, answers, account }) => {
    const { asked, server, strategy } = await createPresetWorld(key, answers)
    const browser = server.browser()
    const { url } = await begin(browser, 'sign_ups', { strategy })
    const { origin, pathname, searchParams } = new URL(url)
    expect(origin + pathname).toBe(at)
    expect(searchParams.get('scope')).toBe(scope)
    expect(searchParams.get('client_id')).toBe('our id')
    expect(searchParams.has('nonce')).toBe(false)
    expect(searchParams.has('code_challenge')).toBe(key !== 'facebook')
    await comeBack(browser, callbackOf(url))
    const view = await userOf(browser)
    const known =
      view?.external_accounts[0] ?? (await server.deps.db.selectFrom('sign_ups').selectAll().execute())[0]
    if (account.email_address_verified === false) {
      expect(view).toBeUndefined()
      expect(known).toMatchObject({ email_address: 'ada@example.com', email_verified_at: null })
    } else expect(known).toMatchObject(account)
    const [exchange, ...others] = asked
    expect(exchange?.body.get('code')).toBe('a code')
    expect(exchange?.body.has('code_verifier')).toBe(key !== 'facebook')
    const basic = exchange?.headers.authorization
    expect(basic ?? exchange?.body.get('client_secret')).toBe(
      key === 'x' ? `Basic ${btoa('our+id:our+secret')}` : 'our secret',
    )
    for (const { headers } of others) expect(headers.authorization).toBe('Bearer their token')
  },
)

test('GitHub says in a 200 that a code is wrong, and Slack that nothing is well', async () => {
  for (const [key, token, body] of [
    [
      'github',
      'https://github.com/login/oauth/access_token',
      { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' },
    ],
    ['slack', 'https://slack.com/api/openid.connect.token', { ok: false, error: 'invalid_code' }],
  ] as const) {
    const { server, strategy } = await createPresetWorld(key, { [token]: body })
    const browser = server.browser()
    const begun = await begin(browser, 'sign_ups', { strategy })
    await comeBack(browser, callbackOf(begun.url))
    const { body: attempt } = await browser.get(begun.path)
    expect(verificationOf(attempt.response).error.code).toBe('oauth_token_exchange_error')
  }
})

test.each(['not there', 'nonsense'])('a profile that answers %s is no profile', async (answer) => {
  const { server, strategy } = await createPresetWorld('discord', {
    'https://discord.com/api/oauth2/token': { ...tokenAnswer, token_type: 'Bearer' },
    ...(answer === 'nonsense' ? { 'https://discord.com/api/users/@me': 'nonsense' } : {}),
  })
  const browser = server.browser()
  const begun = await begin(browser, 'sign_ins', { strategy })
  await comeBack(browser, callbackOf(begun.url))
  const { body } = await browser.get(begun.path)
  expect(verificationOf(body.response).error.code).toBe('oauth_fetch_user_error')
})
