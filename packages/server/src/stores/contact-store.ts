import type { Insertable, Updateable } from 'kysely'
import type { ContactKind, ContactRow, ContactTable } from '../database/schema/contacts.ts'
import type { Connection } from '../database/transaction.ts'

/** Addresses and phone numbers of several users, in the order in which they were added. */
export const listContacts = (db: Connection, userIds: string[]): Promise<ContactRow[]> =>
  db
    .selectFrom('contacts')
    .selectAll()
    .where('user_id', 'in', userIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

/** An address or number of this user; those of others are not found. */
export const findContact = (
  db: Connection,
  kind: ContactKind,
  id: string,
  userId: string,
): Promise<ContactRow | undefined> =>
  db
    .selectFrom('contacts')
    .selectAll()
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('user_id', '=', userId)
    .executeTakeFirst()

/** An address or number of whomever, for a backend. */
export const findAnyContact = (
  db: Connection,
  kind: ContactKind,
  id: string,
): Promise<ContactRow | undefined> =>
  db.selectFrom('contacts').selectAll().where('id', '=', id).where('kind', '=', kind).executeTakeFirst()

/** Whether somebody owns an address or number: it is verified, or verification is switched off. */
export async function isContactClaimed(db: Connection, valueNorm: string): Promise<boolean> {
  const row = await db
    .selectFrom('contacts')
    .select('id')
    .where('value_norm', '=', valueNorm)
    .where('claimed', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertContact = (db: Connection, row: Insertable<ContactTable>): Promise<ContactRow> =>
  db.insertInto('contacts').values(row).returningAll().executeTakeFirstOrThrow()

export const updateContact = (
  db: Connection,
  id: string,
  values: Updateable<ContactTable>,
): Promise<ContactRow | undefined> =>
  db.updateTable('contacts').set(values).where('id', '=', id).returningAll().executeTakeFirst()

export async function deleteContact(db: Connection, id: string): Promise<void> {
  await db.deleteFrom('contacts').where('id', '=', id).execute()
}

/** Removes the unverified rows that others hold of what somebody has just proved to own. */
export async function deleteUnclaimedContacts(
  db: Connection,
  valueNorm: string,
  ownerId: string,
): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where('value_norm', '=', valueNorm)
    .where('claimed', '=', 0)
    .where('user_id', '!=', ownerId)
    .execute()
}
