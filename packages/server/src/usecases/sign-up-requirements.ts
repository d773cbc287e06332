import type { InstanceSettings } from '@usher/protocol'
import type { SignUpRow } from '../database/schema/sign-ups.ts'

export type SignUpRequirements = {
  requiredFields: string[]
  optionalFields: string[]
  missingFields: string[]
  unverifiedFields: string[]
}

/** What a sign-up still needs; its status is derived from this and never stored. */
export function signUpRequirements(settings: InstanceSettings, signUp: SignUpRow): SignUpRequirements {
  const { emailAddress, password, username } = settings
  const fields: [string, 'off' | 'optional' | 'required', boolean][] = [
    ['email_address', use(emailAddress), signUp.email_address !== null],
    ['username', use(username), signUp.username !== null],
    ['first_name', settings.firstName, signUp.first_name !== null],
    ['last_name', settings.lastName, signUp.last_name !== null],
    ['password', use(password), signUp.password_digest !== null],
  ]
  const names = (wanted: 'optional' | 'required') =>
    fields.filter(([, is]) => is === wanted).map(([name]) => name)
  const isUnverified =
    emailAddress.verifyAtSignUp && signUp.email_address !== null && signUp.email_verified_at === null
  return {
    requiredFields: names('required'),
    optionalFields: names('optional'),
    missingFields: fields.filter(([, is, given]) => is === 'required' && !given).map(([name]) => name),
    unverifiedFields: isUnverified ? ['email_address'] : [],
  }
}

/** Whether nothing is missing and nothing unverified. */
export const isSignUpReady = (settings: InstanceSettings, signUp: SignUpRow): boolean => {
  const { missingFields, unverifiedFields } = signUpRequirements(settings, signUp)
  return missingFields.length === 0 && unverifiedFields.length === 0
}

const use = ({ enabled, required }: { enabled: boolean; required: boolean }) =>
  enabled ? (required ? 'required' : 'optional') : 'off'
