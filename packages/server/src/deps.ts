import type { InstanceIdentity, InstanceSettings } from '@usher/protocol'
import type { Kysely } from 'kysely'
import type { Tables } from './database/schema/tables.ts'
import type { MetadataSchemas } from './metadata/metadata-schema.ts'
import type { ProviderFetch } from './oauth/provider-fetch.ts'
import type { KnownServers } from './oauth/provider-server.ts'
import type { Clock } from './ports/clock.ts'
import type { Events } from './ports/events.ts'
import type { Geolocation } from './ports/geolocation.ts'
import type { ImageProcessor } from './ports/image-processor.ts'
import type { ImageStore } from './ports/image-store.ts'
import type { Limiter } from './ports/limiter.ts'
import type { Logger } from './ports/logger.ts'
import type { MailSender } from './ports/mail.ts'
import type { PasswordHasher } from './ports/password-hasher.ts'
import type { Random } from './ports/random.ts'
import type { SmsSender } from './ports/sms.ts'
import type { Vault } from './ports/vault.ts'
import type { KeySet } from './tokens/key-set.ts'
import type { SessionTokens } from './tokens/session-tokens.ts'

/** Where this server is reached, and who may call it from a browser. */
export type Place = InstanceIdentity & {
  /** `pk_test_…` or `pk_live_…`, made from `frontendApi`. */
  publishableKey: string
  /** Host inside the publishable key and in `iss` of tokens, for example `127.0.0.1:4000`. */
  frontendApi: string
  /** Where the server itself is reached: its own pages call from here, and it is the `iss` of tokens. */
  ownOrigin: string
  /** Tells whether a page of this origin may call the Frontend API. */
  isAllowedOrigin(origin: string): boolean
  /** Domain of the cookies that backends of the application read, in production; null for this host alone. */
  cookieDomain: string | null
  /** Cookies carry `Secure` and production names. */
  secureCookies: boolean
}

/** Everything a use case may ask for besides its input. */
export type Deps = {
  db: Kysely<Tables>
  settings: InstanceSettings
  metadataSchemas: MetadataSchemas
  place: Place
  clock: Clock
  random: Random
  vault: Vault
  keys: KeySet
  sessionTokens: SessionTokens
  passwordHasher: PasswordHasher
  mail: MailSender
  sms: SmsSender
  images: ImageStore
  imageProcessor: ImageProcessor
  limiter: Limiter
  events: Events
  geolocation: Geolocation
  /** How providers are asked with whose accounts people sign in. */
  providerFetch: ProviderFetch
  knownProviders: KnownServers
  log: Logger
}
