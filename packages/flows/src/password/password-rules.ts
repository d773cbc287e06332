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
  const length = (password: string) => [...password].length
  const rules: (PasswordRule & { applies: boolean })[] = [
    { applies: true, id: 'min_length', limit: minLength, test: (value) => length(value) >= minLength },
    { applies: true, id: 'max_length', limit: maxLength, test: (value) => length(value) <= maxLength },
    { applies: settings.requireLowercase, id: 'lowercase', test: (value) => /\p{Ll}/u.test(value) },
    { applies: settings.requireUppercase, id: 'uppercase', test: (value) => /\p{Lu}/u.test(value) },
    { applies: settings.requireNumbers, id: 'number', test: (value) => /\d/.test(value) },
    {
      applies: settings.requireSpecialChar,
      id: 'special_char',
      test: (value) => /[\p{P}\p{S}]/u.test(value),
    },
  ]
  return rules.filter((rule) => rule.applies).map(({ applies: _, ...rule }) => rule)
}
