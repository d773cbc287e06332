import type { Server } from 'node:http'
import { join, resolve } from 'node:path'
import { createServer, publishableKeyOf, type UsherServer } from '../create-server.ts'
import { systemClock } from '../ports/clock.ts'
import { noGeolocation } from '../ports/geolocation.ts'
import { createMemoryLimiter } from '../ports/memory-limiter.ts'
import { systemRandom } from '../ports/random.ts'
import type { SmsSender } from '../ports/sms.ts'
import { insertSecretKey, isKnownSecretKey } from '../stores/key-store.ts'
import { createId } from '../tokens/id.ts'
import { createSecretKey, digestSecretKey } from '../tokens/secret-key.ts'
import { createAccountPages } from './account-pages.ts'
import { createArgon2PasswordHasher } from './argon2-password-hasher.ts'
import { createClientScripts } from './client-scripts.ts'
import { keysFile, openDataFolder, readKeys, readOrMakeSecret, writeKeys } from './data-folder.ts'
import { createDiskImageStore } from './images/disk-image-store.ts'
import { createS3ImageStore } from './images/s3-image-store.ts'
import { createSharpImageProcessor } from './images/sharp-image-processor.ts'
import { inboxResponse } from './inbox/inbox-response.ts'
import { listen } from './listen.ts'
import { createLogger } from './logger.ts'
import { createDevelopmentInbox } from './mail/development-inbox.ts'
import { createSmtpMail } from './mail/smtp-mail.ts'
import { openGeoDatabase } from './mmdb-geolocation.ts'
import { makeNodeHmac } from './node-hmac.ts'
import { describeDatabaseError, openDatabase } from './open-database.ts'
import { createPostgresEvents } from './postgres-events.ts'
import { purgeHourly } from './purge-hourly.ts'
import { sharedDomain } from './settings/cookie-domain.ts'
import type { Settings } from './settings/server-settings.ts'
import { createTwilioSms } from './sms/twilio-sms.ts'

export type RunningServer = {
  url: string
  inboxUrl: string | null
  publishableKey: string
  /** Where a development server keeps its keys; null in production. */
  keysFile: string | null
  close(): Promise<void>
}

/** Opens the database and listens. Throws `SettingsError` with one sentence when something is in the way. */
export async function serve(settings: Settings): Promise<RunningServer> {
  const { host } = settings
  const folder = resolve(host.data)
  await openDataFolder(folder)
  const secret = host.secret ?? (await readOrMakeSecret(folder))
  const geolocation = host.geoDatabase ? await openGeoDatabase(host.geoDatabase) : noGeolocation
  const db = await openDatabase(settings, folder)
  const inbox = needsInbox(settings) ? createDevelopmentInbox() : null
  const log = createLogger()
  const frontendApi = host.frontendApi ?? `127.0.0.1:${host.port}`
  const server = await createServer({
    db,
    secret,
    mode: host.mode,
    frontendApi,
    isAllowedOrigin: originRule(settings),
    cookieDomain: host.cookieDomain ?? sharedDomain(frontendApi, host.allowedOrigins),
    makeHmac: makeNodeHmac,
    passwordHasher: createArgon2PasswordHasher(host.argon2),
    mail: host.smtpUrl || !inbox ? createSmtpMail(host.smtpUrl ?? '', host.mailFrom) : inbox.mail,
    sms: host.smsUrl ? createTwilioSms(host.smsUrl) : (inbox?.sms ?? noSms),
    images: host.imagesUrl
      ? createS3ImageStore(host.imagesUrl)
      : createDiskImageStore(join(folder, 'images')),
    imageProcessor: createSharpImageProcessor(),
    log,
    settings: settings.instance,
    metadataSchemas: settings.metadataSchemas,
    geolocation,
    ...(host.databaseUrl ? { events: createPostgresEvents(host.databaseUrl, log) } : {}),
    limiter: createMemoryLimiter(systemClock, host.limits),
  }).catch(async (error: unknown) => {
    await db.destroy()
    throw describeDatabaseError(error, settings, folder)
  })
  const isDevelopment = host.mode === 'development'
  if (isDevelopment) await ensureDevelopmentKeys(server, folder, publishableKeyOf(host.mode, frontendApi))
  const scripts = createClientScripts([process.cwd(), import.meta.dirname])
  const accounts = createAccountPages({
    // From the sources and from the built command alike, the folder is that of the package.
    folder: new URL('../../dist/accounts/', import.meta.url),
    allowedOrigins: host.allowedOrigins,
    ...settings.instance,
    ...server.deps.place,
  })
  const http = await listen(host, async (request, bindings) => {
    const answer =
      (inbox && (await inboxResponse(inbox, request))) ??
      (await scripts(request)) ??
      (await accounts(request))
    return answer ?? server.fetch(request, bindings)
  }).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  const stopPurging = purgeHourly(server.deps)
  const url = `http://${nameInUrl(host.host)}:${host.port}`
  return {
    url,
    inboxUrl: inbox ? `${url}/_inbox` : null,
    publishableKey: server.deps.place.publishableKey,
    keysFile: isDevelopment ? keysFile(folder) : null,
    close() {
      stopPurging()
      return closeBoth(http, server)
    },
  }
}

const noSms: SmsSender = { send: () => Promise.reject(new Error('no smsUrl is set')) }

// In development nothing has to be sent out: what has no provider is read in the inbox.
const needsInbox = ({ host, instance }: Settings): boolean =>
  host.mode === 'development' && (!host.smtpUrl || (instance.phoneNumber.enabled && !host.smsUrl))

function nameInUrl(host: string): string {
  if (host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function originRule({ host }: Settings): (origin: string) => boolean {
  const allowed = new Set(host.allowedOrigins)
  const isLoopbackPage = (origin: string) => /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/.test(origin)
  return (origin) => allowed.has(origin) || (host.mode === 'development' && isLoopbackPage(origin))
}

/** A development server hands its keys out in a file; a secret key that this database does not know is replaced. */
async function ensureDevelopmentKeys(
  server: UsherServer,
  folder: string,
  publishableKey: string,
): Promise<void> {
  const { db, vault, clock } = server.deps
  const known = await readKeys(folder)
  const isUsable = known && (await isKnownSecretKey(db, await digestSecretKey(vault, known.secret_key)))
  if (isUsable && known.publishable_key === publishableKey) return
  const secretKey = isUsable ? known.secret_key : createSecretKey(systemRandom, 'development')
  if (!isUsable) {
    const key_digest = await digestSecretKey(vault, secretKey)
    const row = { id: createId(systemRandom, 'sk'), key_digest, created_at: clock.now(), revoked_at: null }
    await insertSecretKey(db, row)
  }
  await writeKeys(folder, { publishable_key: publishableKey, secret_key: secretKey })
}

async function closeBoth(http: Server, server: UsherServer): Promise<void> {
  await new Promise<void>((done) => {
    http.close(() => done())
    http.closeIdleConnections()
    setTimeout(() => http.closeAllConnections(), 2000).unref()
  })
  await server.close()
}
