import { expect, test } from 'vitest'
import { refuseUnsafe } from '../../src/node/settings/refuse-unsafe.ts'
import { readSettings, type UsherConfig } from '../../src/node/settings/server-settings.ts'

const secret = 'J7f3kQ0pXw9sV2mR5tY8uB1nC4zE6aHd'
const production = {
  USHER_MODE: 'production',
  USHER_SECRET: secret,
  USHER_FRONTEND_API: 'auth.example.com',
  USHER_ALLOWED_ORIGINS: 'https://example.com, https://app.example.com',
  USHER_SMTP_URL: 'smtps://user:password@mail.example.com',
}

/** What a start with these settings says, or undefined when it goes on. */
function refusal(env: NodeJS.ProcessEnv, config: UsherConfig = {}): string | undefined {
  try {
    refuseUnsafe(readSettings(config, env), env)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

test('S64: a production server with everything it needs starts', () => {
  expect(refusal(production)).toBeUndefined()
  expect(readSettings({}, production).host).toMatchObject({
    mode: 'production',
    secret,
    allowedOrigins: ['https://example.com', 'https://app.example.com'],
    limits: true,
    trustedProxies: 0,
  })
})

test.each<[string, NodeJS.ProcessEnv, string]>([
  ['test mode', { USHER_TEST_MODE: 'true' }, 'USHER_TEST_MODE'],
  ['limits switched off', { USHER_LIMITS: 'off' }, 'USHER_LIMITS'],
  ['no secret', { USHER_SECRET: undefined }, 'USHER_SECRET'],
  ['an empty secret', { USHER_SECRET: '' }, 'USHER_SECRET'],
  ['a short secret', { USHER_SECRET: secret.slice(0, 31) }, 'USHER_SECRET'],
  ['a secret of one character', { USHER_SECRET: 'a'.repeat(64) }, 'USHER_SECRET'],
  ['a short secret written several times', { USHER_SECRET: 'k3Jd9fQx7LpZ'.repeat(3) }, 'USHER_SECRET'],
  ['no public host', { USHER_FRONTEND_API: undefined }, 'USHER_FRONTEND_API'],
  ['a host of this machine', { USHER_FRONTEND_API: '127.0.0.1:4000' }, 'USHER_FRONTEND_API'],
  ['a host with a scheme', { USHER_FRONTEND_API: 'https://auth.example.com' }, 'USHER_FRONTEND_API'],
  ['an origin on plain http', { USHER_ALLOWED_ORIGINS: 'http://example.com' }, 'USHER_ALLOWED_ORIGINS'],
  ['every origin', { USHER_ALLOWED_ORIGINS: '*' }, 'USHER_ALLOWED_ORIGINS'],
  [
    'a provider without TLS',
    { USHER_OAUTH: '{"acme":{"issuer":"http://id.example.com","clientId":"a"}}' },
    'USHER_OAUTH',
  ],
  ['no way to send mail', { USHER_SMTP_URL: undefined }, 'USHER_SMTP_URL'],
  [
    'PostgreSQL without a secret',
    { USHER_DATABASE_URL: 'postgres://localhost/usher', USHER_SECRET: undefined },
    'USHER_SECRET',
  ],
])('S64: production refuses to start with %s', (_, env, variable) => {
  const said = refusal({ ...production, ...env })
  expect(said).toContain(variable)
  expect(said).toMatch(/^[^\n]+[.:]/)
})

test('S64: a development server stays on this machine', () => {
  expect(refusal({})).toBeUndefined()
  expect(refusal({ USHER_HOST: '0.0.0.0' })).toContain('USHER_HOST')
  expect(refusal({ NODE_ENV: 'production' })).toContain('USHER_MODE')
  expect(refusal({ USHER_DATABASE_URL: 'postgres://localhost/usher' })).toContain('USHER_SECRET')
})

test.each<[NodeJS.ProcessEnv, string]>([
  [{ USHER_PORT: 'http' }, 'The setting port (USHER_PORT) is wrong: it must be a number.'],
  [{ USHER_USERNAME: '{bad' }, 'it must be an object, written as JSON in a variable: {"enabled":true}.'],
  [{ USHER_PORT: '70000' }, 'The setting port (USHER_PORT) is wrong: it must be at most 65535.'],
  [{ USHER_MODE: 'staging' }, 'USHER_MODE) is wrong: it must be one of development, production.'],
  [{ USHER_LIMITS: 'maybe' }, 'USHER_LIMITS'],
  [{ USHER_DATABASE_URL: 'mysql://localhost' }, 'USHER_DATABASE_URL) is wrong: must begin with postgres://.'],
  [{ USHER_SMTP_URL: 'mail.example.com' }, 'USHER_SMTP_URL) is wrong: must begin with smtp:// or smtps://.'],
  [{ USHER_ARGON2: '{"memoryCost": 8}' }, 'USHER_ARGON2'],
  [{ USHER_ARGON2: 'strong' }, 'USHER_ARGON2'],
  [{ USHER_TRUSTED_PROXIES: '-1' }, 'USHER_TRUSTED_PROXIES) is wrong: it must be at least 0.'],
  [
    { USHER_SESSION_LIFETIME: '2592000001' },
    'USHER_SESSION_LIFETIME) is wrong: it must be at most 2592000000.',
  ],
  [{ USHER_PASSWORD: '{"minLength": 6}' }, 'The setting password.minLength (USHER_PASSWORD) is wrong'],
])('a wrong setting is named: %o', (env, said) => {
  expect(refusal(env)).toContain(said)
})

test('a server on this machine may go by the name localhost', () => {
  expect(readSettings({}, { USHER_FRONTEND_API: 'localhost:4000' }).host.frontendApi).toBe('localhost:4000')
  expect(refusal({ ...production, USHER_FRONTEND_API: 'localhost:4000' })).toContain('USHER_FRONTEND_API')
})

test('the environment wins over the file, and a setting that does not exist is named', () => {
  const config = { port: 4001, applicationName: 'From the file' }
  expect(readSettings(config, { USHER_PORT: '4002' })).toMatchObject({
    host: { port: 4002, argon2: { memoryCost: 19_456, timeCost: 2, parallelism: 1 } },
    instance: { applicationName: 'From the file' },
  })
  const argon2 = readSettings({}, { USHER_ARGON2: '{"timeCost":3}' }).host.argon2
  expect(argon2).toEqual({ memoryCost: 19_456, timeCost: 3, parallelism: 1 })
  const unknown = { prot: 4001 } as UsherConfig
  expect(refusal({}, unknown)).toMatch(
    /^usher.config.ts names "prot", which no setting is called. They are mode, host, port, .+\.$/,
  )
})
