import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { createBackendKey } from './backend-keys.ts'
import { openDatabase } from './open-database.ts'
import { serve } from './serve.ts'
import { readSettings, SettingsError } from './settings/server-settings.ts'

const secret = 'a secret that only these tests know'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-database-'))
})
afterEach(() => rm(folder, { recursive: true }))

const settings = (env: Record<string, string> = {}) => readSettings({}, { USHER_DATA: folder, ...env })

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SettingsError)
  return (error as SettingsError).message
}

test.each([
  ['usher serve', serve],
  ['usher keys create', createBackendKey],
])('%s says in a sentence that a file is no database', async (_, work) => {
  await writeFile(join(folder, 'usher.db'), 'this is a letter and no database'.repeat(50))
  expect(await refusal(work(settings()))).toBe(
    `The database in ${folder} (USHER_DATA) cannot be used: file is not a database.`,
  )
})

test.each([
  ['usher serve', serve],
  ['usher keys create', createBackendKey],
])('%s says in a sentence that PostgreSQL is down, and keeps its password to itself', async (_, work) => {
  const url = 'postgres://usher:hunter2hunter2@127.0.0.1:1/usher'
  const sentence = await refusal(work(settings({ USHER_DATABASE_URL: url, USHER_SECRET: secret })))
  expect(sentence).toMatch(/^The database at 127\.0\.0\.1:1 \(USHER_DATABASE_URL\) cannot be used: .*\.$/)
  expect(sentence).not.toContain('hunter2')
})

test('an older Usher leaves the database of a newer one alone, and says so', async () => {
  const db = await openDatabase(settings(), folder)
  await migrate(db)
  await db.destroy()
  const database = new DatabaseSync(join(folder, 'usher.db'))
  database.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
  database.close()
  expect(await refusal(serve(settings()))).toMatch(/cannot be used: a newer version of Usher has changed it/)
})
