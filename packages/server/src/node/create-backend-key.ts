import { join, resolve } from 'node:path'
import { Kysely } from 'kysely'
import { migrate } from '../database/migrate.ts'
import type { Tables } from '../database/schema/tables.ts'
import { systemRandom } from '../ports/random.ts'
import { insertSecretKey } from '../stores/key-store.ts'
import { createId } from '../tokens/id.ts'
import { createSecretKey, digestSecretKey } from '../tokens/secret-key.ts'
import { createVault } from '../tokens/vault.ts'
import { openDataFolder, readOrMakeSecret } from './data-folder.ts'
import { createPostgresDialect } from './postgres-dialect.ts'
import type { Settings } from './settings/server-settings.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

/** Adds a secret key beside those there are, so that a backend can change over; returned once and never kept. */
export async function createBackendKey({ host }: Settings): Promise<string> {
  const folder = resolve(host.data)
  await openDataFolder(folder)
  const dialect = host.databaseUrl
    ? await createPostgresDialect(host.databaseUrl)
    : createSqliteDialect(join(folder, 'usher.db'))
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db)
    const vault = await createVault(host.secret ?? (await readOrMakeSecret(folder)), systemRandom)
    const key = createSecretKey(systemRandom, host.mode)
    const digest = await digestSecretKey(vault, key)
    const row = {
      id: createId(systemRandom, 'sk'),
      key_digest: digest,
      created_at: Date.now(),
      revoked_at: null,
    }
    await insertSecretKey(db, row)
    return key
  } finally {
    await db.destroy()
  }
}
