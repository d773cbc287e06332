import type { SessionStatus } from '@usher/protocol'
import {
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely'
import { prepared } from '../database/prepared.ts'
import type { ContactRow, ContactTable } from '../database/schema/contacts.ts'
import type { SessionRow, SessionTable } from '../database/schema/sessions.ts'
import type { Tables } from '../database/schema/tables.ts'
import type { UserRow, UserTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

const userColumns = Object.keys({
  id: true,
  external_id: true,
  username: true,
  username_norm: true,
  first_name: true,
  last_name: true,
  locale: true,
  primary_email_address_id: true,
  primary_phone_number_id: true,
  password_digest: true,
  password_updated_at: true,
  password_compromised_at: true,
  public_metadata: true,
  private_metadata: true,
  unsafe_metadata: true,
  delete_self_enabled: true,
  create_organization_enabled: true,
  create_organizations_limit: true,
  banned: true,
  locked_until: true,
  failed_attempts: true,
  totp_sealed: true,
  totp_verified_at: true,
  totp_last_step: true,
  backup_codes_left: true,
  backup_codes_created_at: true,
  passkey_count: true,
  bypass_client_trust: true,
  last_second_factor: true,
  mfa_enabled_at: true,
  mfa_disabled_at: true,
  image_name: true,
  legal_accepted_at: true,
  last_sign_in_at: true,
  last_active_at: true,
  created_at: true,
  updated_at: true,
} satisfies Record<keyof UserTable, true>).map((name) => ({ name, alias: `account_${name}` }))

const contactColumns = Object.keys({
  id: true,
  kind: true,
  user_id: true,
  value: true,
  value_norm: true,
  verified_at: true,
  verification_strategy: true,
  verified_at_client: true,
  claimed: true,
  reserved_for_second_factor: true,
  default_second_factor: true,
  created_at: true,
  updated_at: true,
} satisfies Record<keyof ContactTable, true>).map((name) => ({ name, alias: `contact_${name}` }))

export const insertSession = (db: Connection, row: Insertable<SessionTable>): Promise<SessionRow> =>
  db.insertInto('sessions').values(row).returningAll().executeTakeFirstOrThrow()

/** Sessions of some browsers that are signed in at `now`, oldest first. */
export const listActiveSessionsOfClients = async (
  db: Connection,
  clientIds: string[],
  now: number,
): Promise<SessionRow[]> =>
  clientIds.length === 0
    ? []
    : activeSessions(db, now)
        .where('client_id', 'in', clientIds)
        .orderBy('sessions.created_at')
        .orderBy('sessions.id')
        .execute()

/** Sessions of one browser that are signed in at `now`, oldest first. */
export const listActiveSessionsOfClient = (
  db: Connection,
  clientId: string,
  now: number,
): Promise<SessionRow[]> =>
  activeSessions(db, now)
    .where('client_id', '=', clientId)
    .orderBy('sessions.created_at')
    .orderBy('sessions.id')
    .execute()

export type SignedIn = { session: SessionRow; user: UserRow; contacts: ContactRow[] }

/** The same with the user of each and how the user is reached, in the order in which that was added: in one query. */
export async function listSignedIn(db: Connection, clientId: string, now: number): Promise<SignedIn[]> {
  const found = new Map<string, SignedIn>()
  for (const row of await signedInRows(db, { clientId, now })) {
    const known = found.get(row.id) ?? { session: row, user: pick<UserRow>(row, userColumns), contacts: [] }
    found.set(row.id, known)
    const contact = pick<ContactRow>(row, contactColumns)
    if (contact.id !== null) known.contacts.push(contact)
  }
  return [...found.values()]
}

const signedInRows = prepared<{ clientId: string; now: number }, SessionRow>((db, value) =>
  activeSessions(db, value('now'))
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .leftJoin('contacts', 'contacts.user_id', 'sessions.user_id')
    .select(userColumns.map(({ name, alias }) => sql.ref(`users.${name}`).as(alias)))
    .select(contactColumns.map(({ name, alias }) => sql.ref(`contacts.${name}`).as(alias)))
    .where('client_id', '=', value('clientId'))
    .orderBy('sessions.created_at')
    .orderBy('sessions.id')
    .orderBy('contacts.created_at')
    .orderBy('contacts.id'),
)

/** What one of several joined tables has in a row, under its own names. */
function pick<Row>(row: object, columns: { name: string; alias: string }[]): Row {
  const part: Record<string, unknown> = {}
  for (const { name, alias } of columns) part[name] = (row as Record<string, unknown>)[alias]
  return part as Row
}

/** Sessions of one user that are signed in at `now`, the last used first. */
export const listActiveSessionsOfUser = (
  db: Connection,
  userId: string,
  now: number,
): Promise<SessionRow[]> =>
  activeSessions(db, now)
    .where('user_id', '=', userId)
    .orderBy('last_active_at', 'desc')
    .orderBy('id')
    .execute()

/** Every session a user ever had that is still kept, the last used first. */
export const listSessionsOfUser = (db: Connection, userId: string, limit: number): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('last_active_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** The countries from which a user was ever signed in, as far as it is still kept. */
export async function listCountriesOfUser(db: Connection, userId: string): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('country')
    .distinct()
    .where('user_id', '=', userId)
    .where('country', 'is not', null)
    .execute()
  return rows.map(({ country }) => country)
}

export type SessionFilter = {
  clientId: string | undefined
  userId: string | undefined
  /** As the clock says: a session whose time is over is not active any more. */
  status: SessionStatus | undefined
}

/** A page of the sessions of a browser, a user or everybody, the newest first. */
export const searchSessions = (
  db: Connection,
  filter: SessionFilter,
  page: { limit: number; offset: number; now: number },
): Promise<SessionRow[]> =>
  db
    .selectFrom('sessions')
    .selectAll()
    .where((where) => matches(where, filter, page.now))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

export async function countSessions(db: Connection, filter: SessionFilter, now: number): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where((where) => matches(where, filter, now))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const findSession = (db: Connection, id: string): Promise<SessionRow | undefined> =>
  db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()

export async function updateSession(
  db: Connection,
  id: string,
  values: Updateable<SessionTable>,
): Promise<void> {
  await db.updateTable('sessions').set(values).where('id', '=', id).execute()
}

/** Ends an active session; says whether it was this call that ended it. */
export async function endSession(
  db: Connection,
  id: string,
  status: SessionStatus,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('id', '=', id)
    .where('status', 'in', ['active', 'pending'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends every active session of a user but one, and returns the ids of those that it ended. */
export async function endOtherSessionsOfUser(
  db: Connection,
  userId: string,
  except: string | null,
  status: SessionStatus,
  now: number,
): Promise<string[]> {
  const rows = await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('user_id', '=', userId)
    .where('id', '!=', except ?? '')
    .where('status', 'in', ['active', 'pending'])
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Ends every active session of a browser. */
export async function endSessionsOfClient(
  db: Connection,
  clientId: string,
  status: SessionStatus,
  now: number,
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ status, updated_at: now })
    .where('client_id', '=', clientId)
    .where('status', 'in', ['active', 'pending'])
    .execute()
}

const activeSessions = (db: Connection, now: number) =>
  db
    .selectFrom('sessions')
    .selectAll('sessions')
    .where('status', 'in', ['active', 'pending'])
    .where('expire_at', '>', now)
    .where('abandon_at', '>', now)

function matches(
  where: ExpressionBuilder<Tables, 'sessions'>,
  { clientId, userId, status }: SessionFilter,
  now: number,
): Expression<SqlBool> {
  return where.and([
    ...(clientId === undefined ? [] : [where('client_id', '=', clientId)]),
    ...(userId === undefined ? [] : [where('user_id', '=', userId)]),
    ...(status === undefined ? [] : [hasStatus(where, status, now)]),
  ])
}

function hasStatus(
  where: ExpressionBuilder<Tables, 'sessions'>,
  status: SessionStatus,
  now: number,
): Expression<SqlBool> {
  const isOpen = where('status', 'in', ['active', 'pending'])
  const isLasting = where('expire_at', '>', now)
  const isUsed = where('abandon_at', '>', now)
  if (status === 'active' || status === 'pending')
    return where.and([where('status', '=', status), isLasting, isUsed])
  const written = where('status', '=', status)
  if (status === 'expired') return where.or([written, where.and([isOpen, where('expire_at', '<=', now)])])
  if (status === 'abandoned')
    return where.or([written, where.and([isOpen, isLasting, where('abandon_at', '<=', now)])])
  return written
}
