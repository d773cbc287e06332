import type { InstanceSettings } from '@usher/protocol'
import type { Strategy } from '@usher/protocol/strategies'
import type { ContactKind } from '../database/schema/contacts.ts'
import { isTestEmailAddress, maskEmailAddress, normalizeEmailAddress } from './email-address.ts'
import { isTestPhoneNumber, maskPhoneNumber, normalizePhoneNumber } from './phone-number.ts'

/** What is particular to one kind of contact. */
type Contact = {
  /** The strategies that prove it: when adding it and signing in, and for a forgotten password. */
  strategy: Extract<Strategy, 'email_code' | 'phone_code'>
  resetStrategy: Extract<Strategy, `reset_password_${string}`>
  primaryColumn: 'primary_email_address_id' | 'primary_phone_number_id'
  /** The normal form; null when it is none. */
  normalize: (value: string, settings: InstanceSettings) => string | null
  /** A sentence for somebody whose value is none. */
  form: string
  mask: (normal: string) => string
  isForTests: (normal: string) => boolean
  settings: (settings: InstanceSettings) => InstanceSettings['emailAddress']
  /** The strategies that prove it to begin with, at sign-up and in the profile. */
  verifications: (settings: InstanceSettings) => Strategy[]
  /** Whether a code that was sent there signs in. */
  isCodeSignInOn: (settings: InstanceSettings) => boolean
}

export const contacts: Record<ContactKind, Contact> = {
  email_address: {
    strategy: 'email_code',
    resetStrategy: 'reset_password_email_code',
    primaryColumn: 'primary_email_address_id',
    normalize: normalizeEmailAddress,
    form: 'The address must look like name@example.com.',
    mask: maskEmailAddress,
    isForTests: isTestEmailAddress,
    settings: ({ emailAddress }) => emailAddress,
    verifications: ({ emailVerifications }) => emailVerifications,
    isCodeSignInOn: ({ emailCodeSignIn }) => emailCodeSignIn,
  },
  phone_number: {
    strategy: 'phone_code',
    resetStrategy: 'reset_password_phone_code',
    primaryColumn: 'primary_phone_number_id',
    normalize: (value, { phoneNumber }) => normalizePhoneNumber(value, phoneNumber.defaultCountry),
    form: 'The number must begin with + and the code of the country, such as +30 694 555 0123.',
    mask: maskPhoneNumber,
    isForTests: isTestPhoneNumber,
    settings: ({ phoneNumber }) => phoneNumber,
    verifications: () => ['phone_code'],
    isCodeSignInOn: ({ phoneCodeSignIn }) => phoneCodeSignIn,
  },
}
