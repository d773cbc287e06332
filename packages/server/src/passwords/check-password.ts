import { type InstanceSettings, passwordLimits } from '@usher/protocol'
import { ApiError } from '../api-error.ts'

export type PasswordContext = {
  /** snake_case name of the field that an error blames. */
  paramName: string
  /** The person's own data, which the password must not be: addresses and names. */
  personal: (string | null | undefined)[]
}

/**
 * The exact text that is hashed and compared: Unicode normal form C, nothing trimmed, folded or cut (S4, S5).
 */
export const normalizePassword = (password: string): string => password.normalize('NFC')

/** Refuses a password that the policy does not allow; the checks need no network. */
export async function checkPassword(
  settings: InstanceSettings,
  password: string,
  { paramName, personal }: PasswordContext,
): Promise<void> {
  const { minLength } = settings.password
  const length = [...password].length
  if (isTooLarge(password)) throw new ApiError('form_password_size_in_bytes_exceeded', { paramName })
  if (length < minLength)
    throw new ApiError('form_password_length_too_short', {
      paramName,
      longMessage: `The password must have at least ${minLength} characters.`,
    })
  if (length > passwordLimits.maxLength)
    throw new ApiError('form_password_length_too_long', {
      paramName,
      longMessage: `The password must have at most ${passwordLimits.maxLength} characters.`,
    })
  const folded = password.toLowerCase()
  if (contextWords(settings, personal).has(folded))
    throw new ApiError('form_password_matches_identifier', { paramName })
  if (await isCommonPassword(folded)) throw new ApiError('form_password_pwned', { paramName })
}

/** Whether a password has more bytes than may reach the hasher (S2). */
export const isTooLarge = (password: string): boolean =>
  password.length > passwordLimits.maxBytes ||
  new TextEncoder().encode(password).length > passwordLimits.maxBytes

function contextWords(settings: InstanceSettings, personal: PasswordContext['personal']): Set<string> {
  const words = [settings.applicationName, ...personal].flatMap((value) =>
    value ? [value, value.split('@')[0]] : [],
  )
  return new Set(words.flatMap((word) => (word ? [word.toLowerCase()] : [])))
}

let common: Promise<Set<string>> | null = null

async function isCommonPassword(folded: string): Promise<boolean> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common']),
  )
  return (await common).has(folded)
}
