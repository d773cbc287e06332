import type { InstanceSettings } from '@usher/protocol'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { UserRow } from '../database/schema/users.ts'

/** What a person is asked for after the first factor, as far as the settings still ask for it. */
export type SecondFactors = { hasTotp: boolean; numbers: ContactRow[]; hasBackupCodes: boolean }

type Settings = Pick<InstanceSettings, 'secondFactors' | 'phoneNumber'>
type Person = { user: UserRow; contacts: ContactRow[] }

/** The second factors of a person. Backup codes stand in for another one and are none by themselves. */
export function secondFactorsOf(
  { secondFactors, phoneNumber }: Settings,
  { user, contacts }: Person,
): SecondFactors {
  const hasTotp = secondFactors.authenticatorApp && user.totp_verified_at !== null
  const numbers = secondFactors.phoneCode && phoneNumber.enabled ? contacts.filter(isReserved) : []
  const isOn = hasTotp || numbers.length > 0
  return { hasTotp, numbers, hasBackupCodes: isOn && secondFactors.backupCode && user.backup_codes_left > 0 }
}

/** Whether a person has to prove a second factor to sign in. */
export function needsSecondFactor(settings: Settings, person: Person): boolean {
  const { hasTotp, numbers } = secondFactorsOf(settings, person)
  return hasTotp || numbers.length > 0
}

/** Whether codes to a number are asked for as a second factor; only where it was proved to be the person's (S33). */
export const isReserved = (row: ContactRow): boolean =>
  row.reserved_for_second_factor === 1 && row.verified_at !== null

/** Whether a code that was sent there may come first: a number that is asked second would be both factors at once. */
export const provesFirst = (row: ContactRow): boolean => row.verified_at !== null && !isReserved(row)
