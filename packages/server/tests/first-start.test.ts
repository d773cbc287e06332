import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../src/database/migrate.ts'
import type { Tables } from '../src/database/schema/tables.ts'
import { newFolder, serve } from './support/command.ts'
import { createTestDatabase } from './support/test-server.ts'

test('servers that start at once on an empty database have the same tables and the same keys', async () => {
  const { url } = await createTestDatabase({ hasTables: false })
  const env = {
    USHER_DATA: await newFolder(),
    ...(url ? { USHER_DATABASE_URL: url, USHER_SECRET: 'G7kq2mWx9Rt4Zp1Yv8Lc5Hn3Bd6Fs0Ja' } : {}),
  }
  const servers = await Promise.all([1, 2, 3].map(() => serve(env)))
  const keys = await Promise.all(servers.map(async (server) => (await fetch(`${server.url}/v1/jwks`)).json()))
  expect(keys[0].keys).toHaveLength(1)
  expect(keys.slice(1)).toEqual([keys[0], keys[0]])
})

test('a change of the tables that fails leaves nothing of itself, and is made whole later', async () => {
  const database = await createTestDatabase({ hasTables: false })
  const db = new Kysely<Tables>({ dialect: await database.open() })
  await sql`create table signing_keys (kid text)`.execute(db)
  await expect(migrate(db)).rejects.toThrow(/signing_keys/)
  const names = async () => (await db.introspection.getTables()).map(({ name }) => name)
  expect(await names()).not.toContain('users')
  await sql`drop table signing_keys`.execute(db)
  await migrate(db)
  await migrate(db)
  expect(await names()).toContain('users')
  await db.destroy()
})

test('a step that was ready later than the next one is made up for', async () => {
  const database = await createTestDatabase()
  const db = new Kysely<Tables>({ dialect: await database.open() })
  await migrate(db)
  await sql`drop table oauth_flows`.execute(db)
  await sql`drop table external_accounts`.execute(db)
  await sql`alter table sign_ups drop column external_strategy`.execute(db)
  await sql`delete from kysely_migration where name = '0011-oauth'`.execute(db)
  await migrate(db)
  expect((await db.introspection.getTables()).map(({ name }) => name)).toContain('external_accounts')
  await db.destroy()
})
