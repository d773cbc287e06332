import { type InstanceIdentity, type InstanceSettings, instanceSettings } from '@usher/protocol'
import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import { migrate } from './database/migrate.ts'
import type { Tables } from './database/schema/tables.ts'
import type { Deps, Place } from './deps.ts'
import type { Bindings } from './http/context.ts'
import { createApp } from './http/create-app.ts'
import { mountOf, normalizeRequest } from './http/normalize-request.ts'
import { loadPhoneNumbers } from './identifiers/phone-number.ts'
import type { MetadataSchemas } from './metadata/metadata-schema.ts'
import type { ProviderFetch } from './oauth/provider-fetch.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import type { Events } from './ports/events.ts'
import { type Geolocation, noGeolocation } from './ports/geolocation.ts'
import type { MakeHmac } from './ports/hmac.ts'
import type { ImageProcessor } from './ports/image-processor.ts'
import type { ImageStore } from './ports/image-store.ts'
import type { Limiter } from './ports/limiter.ts'
import type { Logger } from './ports/logger.ts'
import type { MailSender } from './ports/mail.ts'
import { createMemoryEvents } from './ports/memory-events.ts'
import { createMemoryLimiter } from './ports/memory-limiter.ts'
import type { PasswordHasher } from './ports/password-hasher.ts'
import { type Random, systemRandom } from './ports/random.ts'
import type { SmsSender } from './ports/sms.ts'
import { createKeySet } from './tokens/database-key-set.ts'
import { createSessionTokens } from './tokens/session-tokens.ts'
import { createVault } from './tokens/vault.ts'
import { settleTasksOfAll } from './usecases/session-tasks.ts'

export type ServerOptions = {
  /** An open database; the server brings its tables up to date. */
  db: Kysely<Tables>
  /** At least 32 characters; keys in the database are sealed with it. */
  secret: string
  mode: InstanceIdentity['mode']
  /** Host that goes into the publishable key and into `iss`, for example `127.0.0.1:4000`. */
  frontendApi: string
  isAllowedOrigin: (origin: string) => boolean
  /** Widest domain for which `__client_uat` is set in production; the host alone without it. */
  cookieDomain?: string | null
  passwordHasher: PasswordHasher
  mail: MailSender
  sms: SmsSender
  images: ImageStore
  imageProcessor: ImageProcessor
  log: Logger
  /** Defaults of every setting are in `@usher/protocol`. */
  settings?: Partial<InstanceSettings>
  /** What the application demands of metadata; anything without it. */
  metadataSchemas?: MetadataSchemas
  clock?: Clock
  random?: Random
  /** By WebCrypto unless given. */
  makeHmac?: MakeHmac
  limiter?: Limiter
  events?: Events
  /** Where people sign in from; nobody knows without it. */
  geolocation?: Geolocation
  /** How providers are asked with whose accounts people sign in; by `fetch` unless given. */
  providerFetch?: ProviderFetch
}

export type UsherServer = {
  fetch(request: Request, bindings?: Bindings): Promise<Response>
  deps: Deps
  close(): Promise<void>
}

/** Joins the parts of a server; it runs wherever `fetch` and WebCrypto exist. Rejects when the database is down. */
export async function createServer(options: ServerOptions): Promise<UsherServer> {
  await migrate(options.db)
  const deps = await createDeps(options)
  if (deps.settings.phoneNumber.enabled) await loadPhoneNumbers()
  await deps.keys.current()
  await settleTasksOfAll(deps)
  // What another process changed makes tokens of this one stale too.
  deps.events.subscribe(({ userId }) => deps.sessionTokens.forgetUser(userId))
  const { frontend, backend } = createApp(deps)
  return {
    deps,
    async fetch(request, bindings = {}) {
      const normal = normalizeRequest(request)
      const mount = mountOf(request)
      return (isForBackend(normal) ? backend : frontend).fetch(normal, { ...bindings, mount })
    },
    async close() {
      await deps.events.close()
      await options.db.destroy()
    },
  }
}

/** The publishable key of a server: its mode and its host. */
export const publishableKeyOf = (mode: InstanceIdentity['mode'], frontendApi: string): string =>
  `pk_${mode === 'production' ? 'live' : 'test'}_${btoa(`${frontendApi}$`)}`

/**
 * Whether the Backend API answers a request, else the Frontend API. Paths that only the Backend API has lead there without
 * a key too, to be told that one is missing.
 */
export const isForBackend = ({ headers, url }: Request): boolean =>
  /^bearer /i.test(headers.get('authorization') ?? '') ||
  /^[^/]+\/\/[^/]+\/v1\/(users|sessions|clients|email_addresses|phone_numbers|testing_tokens|invitations|allowlist_identifiers|blocklist_identifiers|waitlist_entries)(\/|\?|$)/.test(
    url,
  )

async function createDeps(options: ServerOptions): Promise<Deps> {
  const { db, clock = systemClock, random = systemRandom } = options
  const vault = await createVault(options.secret, random, options.makeHmac)
  const keys = createKeySet({ db, vault, clock })
  const place = createPlace(options)
  return {
    db,
    clock,
    random,
    vault,
    keys,
    place,
    settings: z.parse(instanceSettings, options.settings ?? {}),
    metadataSchemas: options.metadataSchemas ?? {},
    sessionTokens: createSessionTokens({ keys, clock, random, issuer: place.ownOrigin }),
    passwordHasher: options.passwordHasher,
    mail: options.mail,
    sms: options.sms,
    images: options.images,
    imageProcessor: options.imageProcessor,
    log: options.log,
    limiter: options.limiter ?? createMemoryLimiter(clock),
    events: options.events ?? createMemoryEvents(),
    geolocation: options.geolocation ?? noGeolocation,
    providerFetch: options.providerFetch ?? ((url, init) => fetch(url, init)),
    knownProviders: new Map(),
  }
}

const createPlace = ({ mode, frontendApi, isAllowedOrigin, cookieDomain = null }: ServerOptions): Place => ({
  mode,
  instanceId: frontendApi.replaceAll(/[^A-Za-z0-9]/g, '_'),
  publishableKey: publishableKeyOf(mode, frontendApi),
  frontendApi,
  ownOrigin: `${isLoopback(frontendApi) ? 'http' : 'https'}://${frontendApi}`,
  isAllowedOrigin,
  cookieDomain,
  secureCookies: mode === 'production',
})

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host)
