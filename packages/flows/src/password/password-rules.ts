/** What an instance asks of a new password; the shape of `userSettings.passwordSettings`. */
export type PasswordSettings = {
  minLength: number
  maxLength: number
  requireSpecialChar: boolean
  requireNumbers: boolean
  requireUppercase: boolean
  requireLowercase: boolean
}

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
  const { minLength, maxLength } = settings
  const isAsked = ([setting]: (typeof characterRules)[number]) => settings[setting]
  return [
    { id: 'min_length', limit: minLength, test: (value) => [...value].length >= minLength },
    { id: 'max_length', limit: maxLength, test: (value) => [...value].length <= maxLength },
    ...characterRules
      .filter(isAsked)
      .map(([, id, pattern]) => ({ id, test: (value: string) => pattern.test(value) })),
  ]
}

const characterRules = [
  ['requireLowercase', 'lowercase', /\p{Ll}/u],
  ['requireUppercase', 'uppercase', /\p{Lu}/u],
  ['requireNumbers', 'number', /\d/],
  ['requireSpecialChar', 'special_char', /[\p{P}\p{S}]/u],
] as const
