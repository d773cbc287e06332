import { resolve } from 'node:path'
import { migrate } from '../database/migrate.ts'
import { systemRandom } from '../ports/random.ts'
import { insertSecretKey } from '../stores/key-store.ts'
import { createId } from '../tokens/id.ts'
import { createSecretKey, digestSecretKey } from '../tokens/secret-key.ts'
import { createVault } from '../tokens/vault.ts'
import { openDataFolder, readOrMakeSecret } from './data-folder.ts'
import { describeDatabaseError, openDatabase } from './open-database.ts'
import type { Settings } from './settings/server-settings.ts'

/** Adds a secret key beside those there are, so that a backend can change over; returned once and never kept. */
export async function createBackendKey(settings: Settings): Promise<string> {
  const { host } = settings
  const folder = resolve(host.data)
  await openDataFolder(folder)
  const vault = await createVault(host.secret ?? (await readOrMakeSecret(folder)), systemRandom)
  const key = createSecretKey(systemRandom, host.mode)
  const key_digest = await digestSecretKey(vault, key)
  const row = { id: createId(systemRandom, 'sk'), key_digest, created_at: Date.now(), revoked_at: null }
  const db = await openDatabase(settings, folder)
  try {
    await migrate(db)
    await insertSecretKey(db, row)
    return key
  } catch (error) {
    throw describeDatabaseError(error, settings, folder)
  } finally {
    await db.destroy()
  }
}
