import { ApiError } from '../api-error.ts'
import type { ContactRow } from '../database/schema/contacts.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { canSignIn } from '../second-factors/ways-in.ts'
import { listContacts, updateContact } from '../stores/contact-store.ts'
import { listExternalAccounts } from '../stores/external-account-store.ts'
import { chooseDefaultNumber } from '../stores/second-factor-store.ts'
import { findUser, updateUser } from '../stores/user-store.ts'
import { announceUser } from './announce-user.ts'
import type { Caller } from './caller.ts'
import { type ContactView, readContact } from './read-contact.ts'
import { readUser } from './read-user.ts'
import { sendNotice } from './send-notice.ts'
import { makeFirstBackupCodes, settleSecondFactors } from './settle-second-factors.ts'
import { writeAudit } from './write-audit.ts'

export type ReserveNumberInput = {
  userId: string
  id: string
  isReserved: boolean | undefined
  isDefault: boolean
  /** Absent when a backend does it. */
  caller?: Caller
}

/** Has the codes to a number asked for as a second factor, or no longer; or before those to other numbers. */
export async function reserveNumber(
  deps: Deps,
  input: ReserveNumberInput,
): Promise<ContactView & { backupCodes: string[] | null }> {
  const { userId, id, isReserved, caller } = input
  const kind = 'phone_number'
  await readContact(deps, { kind, userId, id })
  const before = await readUser(deps, userId)
  const backupCodes = await inTransaction(deps.db, async (trx) => {
    await updateUser(trx, userId, { updated_at: deps.clock.now() })
    return writeReservation(deps, trx, input)
  })
  announceUser(deps, userId, 'user.updated')
  if (caller && isReserved !== undefined) {
    const change = isReserved ? 'phone_number_reserved' : 'phone_number_released'
    sendNotice(deps, { change, before, device: caller.device })
  }
  return { ...(await readContact(deps, { kind, userId, id })), backupCodes }
}

/** Writes the reservation of a number in a transaction that has written its user; returns new backup codes, if any. */
export async function writeReservation(
  deps: Deps,
  trx: Connection,
  { userId, id, isReserved, isDefault, caller }: ReserveNumberInput,
): Promise<string[] | null> {
  if (isReserved) await refuseUnfit(deps, trx, { userId, id })
  if (isReserved !== undefined) {
    const reserved = isReserved ? 1 : 0
    const values = {
      reserved_for_second_factor: reserved,
      ...(isReserved ? {} : { default_second_factor: 0 }),
      updated_at: deps.clock.now(),
    }
    if (!(await updateContact(trx, id, values))) throw new ApiError('resource_not_found')
    const event = isReserved ? 'phone_number_reserved' : 'phone_number_released'
    await writeAudit(deps, trx, { event, userId, ...(caller ? { caller } : {}) })
    await settleSecondFactors(deps, trx, userId)
  }
  if (isDefault) await makeDefault(trx, userId, id)
  return isReserved ? makeFirstBackupCodes(deps, trx, userId) : null
}

async function makeDefault(trx: Connection, userId: string, id: string): Promise<void> {
  const own = (await listContacts(trx, [userId])).find((row) => row.id === id)
  if (own?.reserved_for_second_factor !== 1)
    throw new ApiError('form_param_value_invalid', {
      paramName: 'default_second_factor',
      longMessage: 'Only a number that is kept for the second step can be asked first.',
    })
  await chooseDefaultNumber(trx, userId, id)
}

async function refuseUnfit(deps: Deps, trx: Connection, { userId, id }: { userId: string; id: string }) {
  const { secondFactors, phoneNumber } = deps.settings
  if (!secondFactors.phoneCode || !phoneNumber.enabled) throw new ApiError('feature_not_enabled')
  const paramName = 'reserved_for_second_factor'
  const user = await findUser(trx, userId)
  const contacts = await listContacts(trx, [userId])
  const own = contacts.find((row) => row.id === id)
  if (own?.verified_at == null)
    throw new ApiError('form_param_value_invalid', {
      paramName,
      longMessage: 'A number that is not verified cannot prove anything. Verify it first.',
    })
  const after = contacts.map((row) => (row.id === id ? { ...row, reserved_for_second_factor: 1 } : row))
  const accounts = await listExternalAccounts(trx, [userId])
  const waysIn = (left: ContactRow[]) => user !== undefined && canSignIn(deps.settings, user, left, accounts)
  if (waysIn(contacts) && !waysIn(after))
    throw new ApiError('identification_deletion_failed', {
      paramName,
      longMessage:
        'This number is your only way to sign in, so it cannot come second. Add another way first.',
    })
}
