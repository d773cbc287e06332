import type { Insertable, Updateable } from 'kysely'
import type { EmailAddressRow, EmailAddressTable } from '../database/schema/email-addresses.ts'
import type { Connection } from '../database/transaction.ts'

/** Addresses of several users, in the order in which they were added. */
export const listEmailAddresses = (db: Connection, userIds: string[]): Promise<EmailAddressRow[]> =>
  db
    .selectFrom('email_addresses')
    .selectAll()
    .where('user_id', 'in', userIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** An address of this user; those of others are not found. */
export const findEmailAddress = (
  db: Connection,
  id: string,
  userId: string,
): Promise<EmailAddressRow | undefined> =>
  db
    .selectFrom('email_addresses')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** An address of whomever, for a backend. */
export const findAnyEmailAddress = (db: Connection, id: string): Promise<EmailAddressRow | undefined> =>
  db.selectFrom('email_addresses').selectAll().where('id', '=', id).executeTakeFirst()

/** Whether somebody owns an address: it is verified, or verification is switched off. */
export async function isEmailAddressClaimed(db: Connection, valueNorm: string): Promise<boolean> {
  const row = await db
    .selectFrom('email_addresses')
    .select('id')
    .where('value_norm', '=', valueNorm)
    .where('claimed', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertEmailAddress = (
  db: Connection,
  row: Insertable<EmailAddressTable>,
): Promise<EmailAddressRow> =>
  db.insertInto('email_addresses').values(row).returningAll().executeTakeFirstOrThrow()

export const updateEmailAddress = (
  db: Connection,
  id: string,
  values: Updateable<EmailAddressTable>,
): Promise<EmailAddressRow | undefined> =>
  db.updateTable('email_addresses').set(values).where('id', '=', id).returningAll().executeTakeFirst()

export async function deleteEmailAddress(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('email_addresses').where('id', '=', id).execute()
}

/** Removes the unverified rows that others hold of an address which somebody has just proved to own. */
export async function deleteUnclaimedEmailAddresses(
  db: Connection,
  valueNorm: string,
  ownerId: string,
): Promise<void> {
  await db
    .deleteFrom('email_addresses')
    .where('value_norm', '=', valueNorm)
    .where('claimed', '=', 0)
    .where('user_id', '!=', ownerId)
    .execute()
}
