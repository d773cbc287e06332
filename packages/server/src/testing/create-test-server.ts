import type { InstanceSettings } from '@usher/protocol'
import { Kysely } from 'kysely'
import { cheapestCost, createWasmPasswordHasher } from '../browser/wasm-password-hasher.ts'
import { createServer, type UsherServer } from '../create-server.ts'
import type { Tables } from '../database/schema/tables.ts'
import { createSqliteDialect } from '../node/sqlite-dialect.ts'
import { createMemoryLimiter } from '../ports/memory-limiter.ts'
import { insertSecretKey } from '../stores/key-store.ts'
import { digestSecretKey } from '../tokens/secret-key.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { createTestInbox, type TestInbox } from './inbox.ts'
import { createTestBrowser, type TestBrowser, type TestBrowserOptions } from './test-browser.ts'

export type TestServerOptions = {
  settings?: Partial<InstanceSettings>
  /** Rate limits are off unless a test is about them. */
  limits?: boolean
  /** Another database than a new SQLite in memory. */
  db?: Kysely<Tables>
  clock?: TestClock
  mode?: 'development' | 'production'
}

export type TestServer = UsherServer & {
  clock: TestClock
  inbox: TestInbox
  publishableKey: string
  secretKey: string
  /** Where requests go: `http://localhost:4000`. */
  url: string
  /** A new browser without cookies. */
  browser(options?: Partial<TestBrowserOptions>): TestBrowser
}

const url = 'http://localhost:4000'
const secretKey = 'sk_test_0000000000000000000000000000000000000000000'

/** A real server in this process, on an empty database, with a clock to move and a mailbox to read. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = options.clock ?? createTestClock()
  const inbox = createTestInbox()
  const server = await createServer({
    db: options.db ?? new Kysely<Tables>({ dialect: createSqliteDialect(':memory:') }),
    secret: 'a secret that only tests use, long enough',
    mode: options.mode ?? 'development',
    frontendApi: '127.0.0.1:4000',
    isAllowedOrigin: (origin) => /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin),
    passwordHasher: createWasmPasswordHasher(cheapestCost),
    mail: inbox,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    clock,
    limiter: createMemoryLimiter(clock, options.limits ?? false),
    ...(options.settings ? { settings: options.settings } : {}),
  })
  const { db, vault } = server.deps
  const key = { id: 'sk_test', key_digest: await digestSecretKey(vault, secretKey) }
  await insertSecretKey(db, { ...key, created_at: clock.now(), revoked_at: null })
  return {
    ...server,
    clock,
    inbox,
    url,
    secretKey,
    publishableKey: server.deps.place.publishableKey,
    browser: (given) => createTestBrowser(url, server.fetch, { origin: 'http://localhost:5173', ...given }),
  }
}
