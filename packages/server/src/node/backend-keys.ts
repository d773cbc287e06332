import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { migrate } from '../database/migrate.ts'
import type { Connection } from '../database/transaction.ts'
import { systemClock } from '../ports/clock.ts'
import { systemRandom } from '../ports/random.ts'
import type { Vault } from '../ports/vault.ts'
import { insertSecretKey, listSecretKeys, revokeSecretKey } from '../stores/key-store.ts'
import { revokeSigningKeys, rotateSigningKey } from '../tokens/database-key-set.ts'
import { createId } from '../tokens/id.ts'
import { createSecretKey, digestSecretKey } from '../tokens/secret-key.ts'
import { createVault } from '../tokens/vault.ts'
import { openDataFolder, readOrMakeSecret } from './data-folder.ts'
import { databaseFile, describeDatabaseError, openDatabase } from './open-database.ts'
import { type Settings, SettingsError } from './settings/server-settings.ts'

/** A new secret key, which is never kept, and the id by which it is listed and revoked. */
export type BackendKey = { key: string; id: string }

/** Adds a secret key beside those there are, so that a backend can change over. */
export const createBackendKey = (settings: Settings): Promise<BackendKey> =>
  onInstance(settings, async ({ db, vault }) => {
    const key = createSecretKey(systemRandom, settings.host.mode)
    const key_digest = await digestSecretKey(vault, key)
    const row = { id: createId(systemRandom, 'sk'), key_digest, created_at: Date.now(), revoked_at: null }
    await insertSecretKey(db, row)
    return { key, id: row.id }
  })

/** The secret keys that work, a line each: the id that `revoke` takes, and since when. The keys themselves are not kept. */
export const listBackendKeys = (settings: Settings): Promise<string> =>
  onInstance(settings, async ({ db }) => {
    const keys = await listSecretKeys(db)
    if (keys.length === 0) return 'There is no secret key. usher keys create makes one.'
    return keys.map(({ id, created_at }) => `${id}  since ${new Date(created_at).toISOString()}`).join('\n')
  })

/** Has the server refuse a secret key from its next call on. Throws `SettingsError` when no such key works. */
export const revokeBackendKey = (settings: Settings, id: string): Promise<string> =>
  onInstance(settings, async ({ db }) => {
    if (await revokeSecretKey(db, id, Date.now())) return `The secret key ${id} is revoked.`
    throw new SettingsError(`There is no secret key ${id} that works. usher keys list names them.`)
  })

/**
 * Has tokens signed by a new key: soon and unnoticed (S55), or at once, for when the old one was stolen.
 * @param isAtOnce every token that was signed before is refused
 */
export const rotateSigning = (settings: Settings, isAtOnce: boolean): Promise<string> =>
  onInstance(settings, async (instance) => {
    const parts = { ...instance, clock: systemClock }
    if (!isAtOnce) return `The signing key ${await rotateSigningKey(parts)} signs in two minutes.`
    return `The signing key ${await revokeSigningKeys(parts)} signs now, and no other key counts.`
  })

/** Works on the database of the settings, beside a server that may run on it. */
async function onInstance<Result>(
  settings: Settings,
  work: (instance: { db: Connection; vault: Vault }) => Promise<Result>,
): Promise<Result> {
  const { host } = settings
  const folder = resolve(host.data)
  if (!host.databaseUrl && !existsSync(databaseFile(folder)))
    throw new SettingsError(
      `There is no database in ${folder} (USHER_DATA). Start the server on it first: usher serve.`,
    )
  await openDataFolder(folder)
  const vault = await createVault(host.secret ?? (await readOrMakeSecret(folder)), systemRandom)
  const db = await openDatabase(settings, folder)
  try {
    await migrate(db)
    return await work({ db, vault })
  } catch (error) {
    throw error instanceof SettingsError ? error : describeDatabaseError(error, settings, folder)
  } finally {
    await db.destroy()
  }
}
