import type { InstanceSettings } from '@usher/protocol'
import { type Dialect, Kysely } from 'kysely'
import { cheapestCost, createWasmPasswordHasher } from '../browser/wasm-password-hasher.ts'
import { createServer, type UsherServer } from '../create-server.ts'
import { migrate } from '../database/migrate.ts'
import type { Tables } from '../database/schema/tables.ts'
import type { MetadataSchemas } from '../metadata/metadata-schema.ts'
import type { ProviderFetch } from '../oauth/provider-fetch.ts'
import type { Geolocation } from '../ports/geolocation.ts'
import type { ImageProcessor } from '../ports/image-processor.ts'
import type { ImageStore } from '../ports/image-store.ts'
import type { Logger } from '../ports/logger.ts'
import { createMemoryImageStore } from '../ports/memory-image-store.ts'
import { createMemoryLimiter } from '../ports/memory-limiter.ts'
import type { PasswordHasher } from '../ports/password-hasher.ts'
import { systemRandom } from '../ports/random.ts'
import { insertSecretKey, insertSigningKey, listSigningKeys } from '../stores/key-store.ts'
import { sealSigningKey } from '../tokens/database-key-set.ts'
import { digestSecretKey } from '../tokens/secret-key.ts'
import { totpAt } from '../tokens/totp.ts'
import { createVault } from '../tokens/vault.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { createTestInbox, type TestInbox } from './inbox.ts'
import { testSigningKey } from './signing-key.ts'
import { createTestBrowser, type TestBrowser, type TestBrowserOptions } from './test-browser.ts'

export type TestServerOptions = {
  /** What the instance allows; the defaults of a server otherwise. */
  settings?: Partial<InstanceSettings>
  /** What the application demands of metadata. */
  metadataSchemas?: MetadataSchemas
  /** Rate limits are off unless a test is about them. */
  limits?: boolean
  clock?: TestClock
  mode?: 'development' | 'production'
  /** Domain of the cookies that backends read, in production. */
  cookieDomain?: string
  /** Origins of pages besides those on localhost. */
  origins?: string[]
  log?: Logger
  passwordHasher?: PasswordHasher
  /** Where people sign in from; nobody knows without it. */
  geolocation?: Geolocation
  /** Where pictures are kept; in memory otherwise. */
  images?: ImageStore
  /** How providers are asked with whose accounts people sign in; by `fetch` otherwise. */
  providerFetch?: ProviderFetch
  /** Told the text of every query, for tests that count them. */
  onQuery?: (sql: string) => void
}

export type TestServer = UsherServer & {
  clock: TestClock
  inbox: TestInbox
  publishableKey: string
  secretKey: string
  /** Where requests go: `http://localhost:4000`. */
  url: string
  /** The code that an authenticator app with this secret shows now. */
  authenticator(secret: string): Promise<string>
  /** A new browser without cookies. */
  browser(options?: Partial<TestBrowserOptions>): TestBrowser
}

const url = 'http://localhost:4000'
const secret = 'a secret that only tests use, long enough'
const secretKey = 'sk_test_0000000000000000000000000000000000000000000'

const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} }

/** What differs between Node and a page. */
export type TestHost = { dialect: Dialect; imageProcessor: ImageProcessor }

/** Joins a server with a clock to move and a mailbox to read, on any database. */
export async function assembleTestServer(
  { dialect, imageProcessor }: TestHost,
  options: TestServerOptions,
): Promise<TestServer> {
  const clock = options.clock ?? createTestClock()
  const inbox = createTestInbox()
  const { onQuery, log = silentLog, passwordHasher = createWasmPasswordHasher(cheapestCost) } = options
  const db = new Kysely<Tables>({ dialect, ...(onQuery ? { log: (event) => onQuery(event.query.sql) } : {}) })
  await prepareKeys(db, clock)
  const server = await createServer({
    db,
    secret,
    mode: options.mode ?? 'development',
    frontendApi: '127.0.0.1:4000',
    ...(options.cookieDomain ? { cookieDomain: options.cookieDomain } : {}),
    isAllowedOrigin: (origin) =>
      /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin) || options.origins?.includes(origin) === true,
    passwordHasher,
    mail: inbox,
    sms: inbox.sms,
    images: options.images ?? createMemoryImageStore(),
    imageProcessor,
    log,
    clock,
    limiter: createMemoryLimiter(clock, options.limits ?? false),
    ...(options.settings ? { settings: options.settings } : {}),
    ...(options.geolocation ? { geolocation: options.geolocation } : {}),
    ...(options.providerFetch ? { providerFetch: options.providerFetch } : {}),
    ...(options.metadataSchemas ? { metadataSchemas: options.metadataSchemas } : {}),
  })
  return {
    ...server,
    clock,
    inbox,
    url,
    secretKey,
    publishableKey: server.deps.place.publishableKey,
    authenticator: (secret) => totpAt(secret, clock.now()),
    browser: (given) => createTestBrowser(url, server.fetch, { origin: 'http://localhost:5173', ...given }),
  }
}

async function prepareKeys(db: Kysely<Tables>, clock: TestClock): Promise<void> {
  await migrate(db)
  const now = clock.now()
  if ((await listSigningKeys(db, now)).length > 0) return
  const vault = await createVault(secret, systemRandom)
  await insertSigningKey(db, await sealSigningKey(vault, testSigningKey, now))
  const key_digest = await digestSecretKey(vault, secretKey)
  await insertSecretKey(db, { id: 'sk_test', key_digest, created_at: now, revoked_at: null })
}
