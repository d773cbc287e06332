import type { ExpressionBuilder, Insertable, Updateable } from 'kysely'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { SignUpRow, SignUpTable } from '../database/schema/sign-ups.ts'
import type { Tables } from '../database/schema/tables.ts'
import type { Connection } from '../database/transaction.ts'

export const insertSignUp = (db: Connection, row: Insertable<SignUpTable>): Promise<SignUpRow> =>
  db.insertInto('sign_ups').values(row).returningAll().executeTakeFirstOrThrow()

/** A sign-up of this browser; those of others are not found. */
export const findSignUp = (db: Connection, id: string, clientId: string): Promise<SignUpRow | undefined> =>
  db
    .selectFrom('sign_ups')
    .selectAll()
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst()

/**
 * Changes a sign-up that is not finished yet; nothing comes back when somebody finished it in the meantime. A proof of
 * an address stays only with that very address, whatever other calls have written since the caller looked.
 */
export const updateOpenSignUp = (
  db: Connection,
  id: string,
  values: Updateable<SignUpTable>,
): Promise<SignUpRow | undefined> =>
  db
    .updateTable('sign_ups')
    .set(values)
    .$if(values.email_address_norm !== undefined, (update) =>
      update.set((column) => ({
        email_verified_at: keepFor(column, 'email_address', 'email_verified_at', values.email_address_norm),
        email_verified_at_client: keepFor(
          column,
          'email_address',
          'email_verified_at_client',
          values.email_address_norm,
        ),
      })),
    )
    .$if(values.phone_number_norm !== undefined, (update) =>
      update.set((column) => ({
        phone_verified_at: keepFor(column, 'phone_number', 'phone_verified_at', values.phone_number_norm),
        phone_verified_at_client: keepFor(
          column,
          'phone_number',
          'phone_verified_at_client',
          values.phone_number_norm,
        ),
      })),
    )
    .where('id', '=', id)
    .where('created_user_id', 'is', null)
    .returningAll()
    .executeTakeFirst()

/** Notes that the address or number of an open sign-up was proved; nothing comes back when it has another by now. */
export const verifyOpenSignUp = (
  db: Connection,
  id: string,
  kind: ContactKind,
  { norm, at, clientId }: { norm: string; at: number; clientId: string | null },
): Promise<SignUpRow | undefined> =>
  db
    .updateTable('sign_ups')
    .set(
      kind === 'email_address'
        ? { email_verified_at: at, email_verified_at_client: clientId, updated_at: at }
        : { phone_verified_at: at, phone_verified_at_client: clientId, updated_at: at },
    )
    .where('id', '=', id)
    .where(`${kind}_norm`, '=', norm)
    .where('created_user_id', 'is', null)
    .returningAll()
    .executeTakeFirst()

type ProofColumn =
  | 'email_verified_at'
  | 'email_verified_at_client'
  | 'phone_verified_at'
  | 'phone_verified_at_client'

const keepFor = <Column extends ProofColumn>(
  { eb }: ExpressionBuilder<Tables, 'sign_ups'>,
  kind: ContactKind,
  column: Column,
  norm: string | null | undefined,
) =>
  eb
    .case()
    .when(`${kind}_norm`, '=', norm ?? null)
    .then(eb.ref(column))
    .else(null)
    .end()
