import { type InstanceSettings, instanceSettings } from '@usher/protocol'
import * as z from 'zod/mini'
import type { MetadataSchema, MetadataSchemas } from '../../metadata/metadata-schema.ts'
import { defaultArgon2 } from '../argon2-password-hasher.ts'

const port = z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_535))
const textList = z.union([
  z.array(z.string()),
  z.pipe(z.pipe(z.string(), z.transform(readList)), z.array(z.string())),
])
const origins = textList.check(
  z.refine(
    (list) => list.every(isOrigin),
    'each must be an origin such as https://app.example.com, with no path and no slash at its end',
  ),
)
const switchedOn = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['on', 'off', 'true', 'false']),
    z.transform((text) => text === 'on' || text === 'true'),
  ),
])

const argon2 = z.object({
  memoryCost: z._default(z.int().check(z.minimum(7168), z.maximum(1_048_576)), 19_456),
  timeCost: z._default(z.int().check(z.minimum(1), z.maximum(20)), 2),
  parallelism: z._default(z.int().check(z.minimum(1), z.maximum(16)), 1),
})

/** Where and how a server runs; what it allows stands in `instanceSettings` of @usher/protocol. */
export const hostSettings = z.object({
  mode: z._default(z.enum(['development', 'production']), 'development'),
  host: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
  port: z._default(port, 4000),
  /** Folder of the database, the secret and the keys. */
  data: z._default(z.string().check(z.minLength(1)), '.usher'),
  /** `postgres://…`; SQLite in the data folder without it. */
  databaseUrl: z.optional(
    z.string().check(
      z.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
      z.refine(
        (url) => URL.canParse(url),
        'must be a URL, in which special characters of a password are percent-encoded',
      ),
    ),
  ),
  /** At least 32 characters; made in the data folder for SQLite. */
  secret: z.optional(z.string().check(z.minLength(32, 'must have at least 32 characters'))),
  /** Host in the publishable key and in tokens. */
  frontendApi: z.optional(
    z
      .string()
      .check(
        z.regex(/^([a-z0-9.-]+\.[a-z0-9-]+|localhost)(:\d+)?$/i, 'must be a host such as auth.example.com'),
      ),
  ),
  allowedOrigins: z._default(origins, []),
  /**
   * Domain of the cookie that tells backends of the application since when somebody is signed in, in production; the
   * widest one that the server shares with `allowedOrigins` without it.
   */
  cookieDomain: z.optional(
    z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain such as example.com')),
  ),
  /** `smtp://user:password@host:port` */
  smtpUrl: z.optional(
    z
      .string()
      .check(
        z.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'),
        z.refine(hasHost, 'must be a URL with a host, such as smtp://user:password@mail.example.com:587'),
      ),
  ),
  /** `twilio://<account sid>:<auth token>@api.twilio.com/<sender>` */
  smsUrl: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^twilio:\/\/[^:/@]+:[^:/@]+@[^/]+\/(\+\d+|MG\w+)$/,
          'must look like twilio://<account sid>:<auth token>@api.twilio.com/+15005550006',
        ),
      ),
  ),
  /** A database of places in MaxMind's format; sessions name no place without it. */
  geoDatabase: z.optional(z.string().check(z.minLength(1))),
  /** `s3://<key id>:<secret key>@<host>/<bucket>?region=<region>`; pictures stand in the data folder without it. */
  imagesUrl: z.optional(
    z.string().check(
      z.regex(
        /^s3:\/\/[^:/@]+:[^:/@]+@[^/?]+\/[^/?]+/,
        'must look like s3://<key id>:<secret key>@s3.eu-central-1.amazonaws.com/<bucket>?region=eu-central-1',
      ),
      z.refine((url) => URL.canParse(url), 'must be a URL, in which special characters are percent-encoded'),
    ),
  ),
  mailFrom: z._default(z.string().check(z.minLength(3)), 'Usher <no-reply@localhost>'),
  limits: z._default(switchedOn, true),
  /** Cost of argon2id: memory in KiB, passes, lanes. Passwords are hashed anew at sign-in when it has changed. */
  argon2: z._default(
    z.union([argon2, z.pipe(z.pipe(z.string(), z.transform(parse)), argon2)]),
    defaultArgon2,
  ),
  /** Number of proxies in front that may be believed about the caller's address. */
  trustedProxies: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(10)), 0),
})

export type HostSettings = z.infer<typeof hostSettings>

/** What `usher.config.ts` may say: everything is optional, and so are the parts of what has parts. */
export type UsherConfig = Partial<z.input<typeof hostSettings>> &
  Partial<z.input<typeof instanceSettings>> & {
    /** A schema (zod, valibot, any Standard Schema) for each kind of metadata: what does not fit is refused. */
    metadata?: MetadataSchemas
  }

/** Gives `usher.config.ts` its types, and keeps those of its schemas: `export default defineConfig({ … })`. */
export const defineConfig = <const Config extends UsherConfig>(config: Config): Config => config

/** A setting that is wrong; its message is one sentence that names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Every setting and the environment variable that sets it; the environment wins over the file. */
export const variables = {
  mode: 'USHER_MODE',
  host: 'USHER_HOST',
  port: 'USHER_PORT',
  data: 'USHER_DATA',
  databaseUrl: 'USHER_DATABASE_URL',
  secret: 'USHER_SECRET',
  frontendApi: 'USHER_FRONTEND_API',
  allowedOrigins: 'USHER_ALLOWED_ORIGINS',
  cookieDomain: 'USHER_COOKIE_DOMAIN',
  smtpUrl: 'USHER_SMTP_URL',
  mailFrom: 'USHER_MAIL_FROM',
  smsUrl: 'USHER_SMS_URL',
  geoDatabase: 'USHER_GEO_DATABASE',
  imagesUrl: 'USHER_IMAGES_URL',
  limits: 'USHER_LIMITS',
  argon2: 'USHER_ARGON2',
  trustedProxies: 'USHER_TRUSTED_PROXIES',
} as const satisfies Record<keyof HostSettings, string>

/** The same for what the instance allows: `singleSessionMode` is `USHER_SINGLE_SESSION_MODE`; objects are JSON. */
export const instanceVariable = (name: string): string =>
  `USHER_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

const instanceVariables: Record<string, string> = Object.fromEntries(
  Object.keys(instanceSettings.shape).map((name) => [name, instanceVariable(name)]),
)

export type Settings = { host: HostSettings; instance: InstanceSettings; metadataSchemas: MetadataSchemas }

/** Reads the settings of a server from its file and the environment; throws `SettingsError` at the first wrong one. */
export function readSettings(config: UsherConfig, env: NodeJS.ProcessEnv): Settings {
  refuseUnknown(config)
  const host = check(
    hostSettings,
    config,
    fromEnv(variables, env, (text) => text),
    variables,
  )
  const instance = check(instanceSettings, config, fromEnv(instanceVariables, env, parse), instanceVariables)
  return { host, instance, metadataSchemas: readSchemas(config.metadata) }
}

/** Variables that look like settings and are none, such as a name with a slip of the finger. */
export function unknownVariables(env: NodeJS.ProcessEnv): string[] {
  const known = new Set<string>([...Object.values(variables), ...Object.values(instanceVariables)])
  return Object.keys(env).filter((name) => name.startsWith('USHER_') && !known.has(name))
}

const kinds = ['public', 'private', 'unsafe'] as const satisfies (keyof MetadataSchemas)[]

function readSchemas(metadata: unknown): MetadataSchemas {
  if (metadata === undefined) return {}
  if (typeof metadata !== 'object' || metadata === null)
    throw new SettingsError('The setting metadata is wrong: it must be an object of schemas.')
  for (const [name, schema] of Object.entries(metadata)) {
    if (!kinds.some((kind) => kind === name))
      throw new SettingsError(
        `The setting metadata.${name} does not exist; the kinds are ${kinds.join(', ')}.`,
      )
    if (schema !== undefined && !isSchema(schema))
      throw new SettingsError(
        `The setting metadata.${name} is wrong: it must be a Standard Schema, such as one of zod.`,
      )
  }
  return metadata
}

// Some libraries make their schemas functions.
function isSchema(value: unknown): value is MetadataSchema {
  return typeof Object(value)['~standard']?.validate === 'function'
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function hasHost(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname !== ''
}

function refuseUnknown(config: UsherConfig): void {
  const known = new Set([...Object.keys(variables), ...Object.keys(instanceSettings.shape), 'metadata'])
  const unknown = Object.keys(config).filter((name) => !known.has(name))
  if (unknown.length === 0) return
  const names = unknown.map((name) => `"${name}"`).join(', ')
  throw new SettingsError(
    `usher.config.ts names ${names}, which no setting is called. They are ${[...known].join(', ')}.`,
  )
}

function fromEnv(names: Record<string, string>, env: NodeJS.ProcessEnv, read: (text: string) => unknown) {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, variable]) => {
      const text = env[variable]
      return text === undefined || text === '' ? [] : [[name, read(text)]]
    }),
  )
}

// As JSON like the other settings, or with commas between.
function readList(text: string): unknown {
  const json = parse(text)
  if (Array.isArray(json)) return json
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

// Booleans, numbers, null and objects are written as JSON; whatever is no JSON is a text.
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function check<Schema extends z.ZodMiniType>(
  schema: Schema,
  config: UsherConfig,
  env: Record<string, unknown>,
  names: Record<string, string>,
): z.output<Schema> {
  const result = z.safeParse(schema, { ...config, ...env })
  if (result.success) return result.data
  const [issue] = result.error.issues
  const name = String(issue?.path[0] ?? '')
  const path = issue?.path.map(String).join('.') ?? ''
  const place = name in env ? names[name] : 'in usher.config.ts'
  throw new SettingsError(`The setting ${path} (${place}) is wrong: ${describe(issue)}.`)
}

const wording: Record<string, string> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  object: 'an object, written as JSON in a variable: {"enabled":true}',
}

function describe(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.message && issue.message !== 'Invalid input') return issue.message
  if (issue?.code === 'invalid_value') return `it must be one of ${issue.values.map(String).join(', ')}`
  if (issue?.code === 'too_small') return `it must be at least ${issue.minimum}`
  if (issue?.code === 'too_big') return `it must be at most ${issue.maximum}`
  if (issue?.code === 'invalid_type') return `it must be ${wording[issue.expected] ?? issue.expected}`
  return 'it has the wrong form'
}
