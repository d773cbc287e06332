import type { EnvironmentJSON } from '@usher/protocol'

/** What an instance asks of a new password: a part of `user_settings.password_settings`. */
export type PasswordSettings = Pick<
  EnvironmentJSON['user_settings']['password_settings'],
  | 'min_length'
  | 'max_length'
  | 'require_special_char'
  | 'require_numbers'
  | 'require_uppercase'
  | 'require_lowercase'
>

export type PasswordRuleId =
  | 'min_length'
  | 'max_length'
  | 'number'
  | 'uppercase'
  | 'lowercase'
  | 'special_char'

export type PasswordRule = {
  id: PasswordRuleId
  /** The number that the rule's text names: code points for the lengths. */
  limit?: number
  test: (password: string) => boolean
}

/** What the server said about one password; it stands until the value changes. */
export type PasswordVerdict = { code: string; password: string }

/** The rules that a browser can check while somebody types, in the order in which they are shown. */
export function passwordRules(settings: PasswordSettings): PasswordRule[] {
  const { min_length: min, max_length: max } = settings
  const isAsked = ([setting]: (typeof characterRules)[number]) => settings[setting]
  return [
    { id: 'min_length', limit: min, test: (value) => [...value].length >= min },
    { id: 'max_length', limit: max, test: (value) => [...value].length <= max },
    ...characterRules
      .filter(isAsked)
      .map(([, id, pattern]) => ({ id, test: (value: string) => pattern.test(value) })),
  ]
}

const characterRules = [
  ['require_lowercase', 'lowercase', /\p{Ll}/u],
  ['require_uppercase', 'uppercase', /\p{Lu}/u],
  ['require_numbers', 'number', /\d/],
  ['require_special_char', 'special_char', /[\p{P}\p{S}]/u],
] as const
