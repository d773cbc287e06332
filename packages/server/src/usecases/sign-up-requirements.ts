import type { InstanceSettings } from '@usher/protocol'
import { type ContactKind, contactKinds } from '../database/schema/contacts.ts'
import type { SignUpRow } from '../database/schema/sign-ups.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import { contacts } from '../identifiers/contact.ts'

export type SignUpRequirements = {
  requiredFields: string[]
  optionalFields: string[]
  missingFields: string[]
  unverifiedFields: string[]
}

/** What a sign-up still needs; its status is derived from this and never stored. */
export function signUpRequirements(settings: InstanceSettings, signUp: SignUpRow): SignUpRequirements {
  const { emailAddress, phoneNumber, username } = settings
  const fields: [string, 'off' | 'optional' | 'required', boolean][] = [
    ['email_address', use(emailAddress), signUp.email_address !== null],
    ['phone_number', use(phoneNumber), signUp.phone_number !== null],
    ['username', use(username), signUp.username !== null],
    ['first_name', settings.firstName, signUp.first_name !== null],
    ['last_name', settings.lastName, signUp.last_name !== null],
    ['password', passwordUse(settings, signUp), signUp.password_digest !== null],
    ['legal_accepted', settings.legalConsent ? 'required' : 'off', signUp.legal_accepted_at !== null],
  ]
  const names = (wanted: 'optional' | 'required') =>
    fields.filter(([, is]) => is === wanted).map(([name]) => name)
  const unverified = contactKinds.filter((kind) => {
    const { norm, verifiedAt } = contactOf(signUp, kind)
    return contacts[kind].settings(settings).verifyAtSignUp && norm !== null && verifiedAt === null
  })
  return {
    requiredFields: names('required'),
    optionalFields: names('optional'),
    missingFields: fields.filter(([, is, given]) => is === 'required' && !given).map(([name]) => name),
    unverifiedFields: unverified,
  }
}

/** The kind of contact that a strategy verifies here; undefined for any other strategy. */
export const kindVerifiedBy = (settings: InstanceSettings, strategy: string): ContactKind | undefined =>
  contactKinds.find((kind) => contacts[kind].verifications(settings).some((name) => name === strategy))

/** What a sign-up holds of one kind: its normal form, and when it was proved. */
export const contactOf = (signUp: SignUpRow, kind: ContactKind) =>
  kind === 'email_address'
    ? {
        value: signUp.email_address,
        norm: signUp.email_address_norm,
        verifiedAt: signUp.email_verified_at,
        verifiedAtClient: signUp.email_verified_at_client,
      }
    : {
        value: signUp.phone_number,
        norm: signUp.phone_number_norm,
        verifiedAt: signUp.phone_verified_at,
        verifiedAtClient: signUp.phone_verified_at_client,
      }

/** How a contact of a sign-up was proved; null when it was not. */
export function strategyOfProof(
  signUp: SignUpRow,
  kind: ContactKind,
  verifications: VerificationRow[],
): string | null {
  const { norm, verifiedAt } = contactOf(signUp, kind)
  if (verifiedAt === null) return null
  if (kind === 'email_address' && signUp.invitation_id !== null) return 'ticket'
  const used = verifications.find((row) => row.target_norm === norm && row.status === 'verified')
  const byProvider = kind === 'email_address' && signUp.external_strategy
  return used?.strategy ?? (byProvider ? `from_${byProvider}` : contacts[kind].strategy)
}

/** Whether nothing is missing and nothing unverified. */
export const isSignUpReady = (settings: InstanceSettings, signUp: SignUpRow): boolean => {
  const { missingFields, unverifiedFields } = signUpRequirements(settings, signUp)
  return missingFields.length === 0 && unverifiedFields.length === 0
}

// Whoever comes from a provider gets in without one.
const passwordUse = ({ password }: InstanceSettings, { external_strategy }: SignUpRow) =>
  external_strategy !== null && password.enabled ? 'optional' : use(password)

const use = ({ enabled, required }: { enabled: boolean; required: boolean }) =>
  enabled ? (required ? 'required' : 'optional') : 'off'
