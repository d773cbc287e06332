import type { UpdateUserFields } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import { contactKinds } from '../database/schema/contacts.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { closeSignInsOfUser } from '../stores/sign-in-store.ts'
import { updateUser as updateRow } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import { personalWords } from './change-password.ts'
import { choosePrimaryContact } from './choose-primary-contact.ts'
import type { UserView } from './client-view.ts'
import { readSecondFactors, writeSecondFactors } from './import-second-factors.ts'
import { readUser } from './read-user.ts'
import { readUserFields, readUserPassword, writeUnique } from './read-user-fields.ts'
import { noticeOfNewPrimary } from './send-notice.ts'
import { settleTasks } from './session-tasks.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { writeAudit } from './write-audit.ts'

/** Changes a user for a backend; all of it or nothing. Metadata that is given replaces what was there. */
export async function updateUser(
  deps: Deps,
  { id, fields }: { id: string; fields: UpdateUserFields },
): Promise<UserView> {
  const before = await readUser(deps, id)
  const values = await readUserFields(deps, fields)
  const digest = await readUserPassword(deps, fields, personalWords(before))
  const factors = await readSecondFactors(deps, id, fields)
  const unique = {
    userId: id,
    contacts: [],
    usernameNorm: values.username_norm,
    externalId: values.external_id,
  }
  await writeUnique(deps, unique, () =>
    inTransaction(deps.db, async (trx) => {
      const now = deps.clock.now()
      const password =
        digest === null
          ? {}
          : { password_digest: digest, password_updated_at: now, password_compromised_at: null }
      const user = await updateRow(trx, id, { ...values, ...password, updated_at: now })
      if (!user) throw new ApiError('resource_not_found', { longMessage: 'There is no user with this id.' })
      for (const kind of contactKinds) {
        const chosen = fields[contacts[kind].primaryColumn]
        if (chosen) await choosePrimaryContact(deps, trx, { kind, userId: id, id: chosen })
      }
      if (digest !== null) await afterPassword(deps, trx, id, fields.sign_out_of_other_sessions === true)
      await writeSecondFactors(deps, trx, id, factors)
      await writeAudit(deps, trx, { event: 'user_updated', userId: id })
    }),
  )
  announceUser(deps, id, 'user.updated', ...(digest === null ? [] : (['sessions.changed'] as const)))
  if (fields.notify_primary_email_address_changed) await noticeOfNewPrimary(deps, before)
  return readUser(deps, id)
}

async function afterPassword(deps: Deps, trx: Connection, userId: string, signOut: boolean): Promise<void> {
  await closeSignInsOfUser(trx, userId)
  await settleTasks(deps, trx, userId)
  await writeAudit(deps, trx, { event: 'password_changed', userId })
  if (signOut) await signOutEverywhere(deps, trx, userId)
}
