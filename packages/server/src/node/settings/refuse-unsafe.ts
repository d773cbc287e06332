import { type Settings, SettingsError } from './server-settings.ts'

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])

/** Stops a start that would be unsafe (S64): each refusal is one sentence that names the setting. */
export function refuseUnsafe(
  { host, instance }: Pick<Settings, 'host' | 'instance'>,
  env: NodeJS.ProcessEnv,
): void {
  if (host.mode === 'development') refuseDevelopmentInPublic(host, env)
  else refuseUnsafeProduction({ host, instance })
  if (host.databaseUrl && !host.secret)
    throw new SettingsError(
      'With PostgreSQL the setting secret (USHER_SECRET) is required, so that every process has the same.',
    )
}

function refuseDevelopmentInPublic(host: Settings['host'], env: NodeJS.ProcessEnv): void {
  if (env.NODE_ENV === 'production')
    throw new SettingsError(
      'NODE_ENV is production, but the setting mode (USHER_MODE) is development: set USHER_MODE=production.',
    )
  if (!loopback.has(host.host))
    throw new SettingsError(
      `In development the server listens on loopback only, but the setting host (USHER_HOST) is ${host.host}: set USHER_MODE=production.`,
    )
}

function refuseUnsafeProduction({ host, instance }: Pick<Settings, 'host' | 'instance'>): void {
  const refusals: [boolean, string][] = [
    [instance.testMode, 'Test mode (USHER_TEST_MODE) is refused in production.'],
    [!host.limits, 'Limits cannot be switched off (USHER_LIMITS) in production.'],
    [
      host.secret === undefined,
      'In production the setting secret (USHER_SECRET) is required, at least 32 characters.',
    ],
    [
      isSimple(host.secret ?? ''),
      'The setting secret (USHER_SECRET) is too simple: use 32 random characters or more.',
    ],
    [
      host.frontendApi === undefined || /^(localhost|127\.|\[::1\])/.test(host.frontendApi),
      'In production the setting frontendApi (USHER_FRONTEND_API) must be the public host of the server, for example auth.example.com.',
    ],
    [
      host.allowedOrigins.some((origin) => !origin.startsWith('https://')),
      'In production every allowed origin (USHER_ALLOWED_ORIGINS) must begin with https://.',
    ],
    [
      Object.values(instance.oauth).some(({ issuer }) => issuer?.startsWith('http://')),
      'In production every issuer in the setting oauth (USHER_OAUTH) must begin with https://.',
    ],
    [
      host.smtpUrl === undefined && instance.emailAddress.enabled,
      'In production mail needs the setting smtpUrl (USHER_SMTP_URL), for example smtps://user:password@mail.example.com.',
    ],
    [
      host.smsUrl === undefined && instance.phoneNumber.enabled,
      'In production phone numbers need the setting smsUrl (USHER_SMS_URL), for example twilio://<account sid>:<auth token>@api.twilio.com/+15005550006.',
    ],
  ]
  const refusal = refusals.find(([isUnsafe]) => isUnsafe)
  if (refusal) throw new SettingsError(refusal[1])
}

/** Few different characters, or a shorter text written several times. */
const isSimple = (secret: string): boolean =>
  new Set(secret).size < 10 || (secret + secret).indexOf(secret, 1) < secret.length
