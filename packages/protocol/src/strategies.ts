/** Every way to prove who you are, and which factor it serves. */
export const strategies = {
  password: { firstFactor: true, secondFactor: false },
  email_code: { firstFactor: true, secondFactor: false },
  email_link: { firstFactor: true, secondFactor: false },
  phone_code: { firstFactor: true, secondFactor: true },
  passkey: { firstFactor: true, secondFactor: false },
  reset_password_email_code: { firstFactor: true, secondFactor: false },
  reset_password_phone_code: { firstFactor: true, secondFactor: false },
  totp: { firstFactor: false, secondFactor: true },
  backup_code: { firstFactor: false, secondFactor: true },
} as const satisfies Record<string, { firstFactor: boolean; secondFactor: boolean }>

export type Strategy = keyof typeof strategies

type Serving<Factor extends 'firstFactor' | 'secondFactor'> = {
  [Name in Strategy]: (typeof strategies)[Name][Factor] extends true ? Name : never
}[Strategy]

export type FirstFactorStrategy = Serving<'firstFactor'>
export type SecondFactorStrategy = Serving<'secondFactor'>

/** Tells whether a text from outside names a strategy that this version knows. */
export const isStrategy = (value: unknown): value is Strategy =>
  typeof value === 'string' && Object.hasOwn(strategies, value)

/** Tells whether a text from outside names a strategy that may come first. */
export const isFirstFactor = (value: unknown): value is FirstFactorStrategy =>
  isStrategy(value) && strategies[value].firstFactor

/** Tells whether a text from outside names a strategy that may come second. */
export const isSecondFactor = (value: unknown): value is SecondFactorStrategy =>
  isStrategy(value) && strategies[value].secondFactor

/** Signing in with an account elsewhere: `oauth_google`, `oauth_custom_acme`. */
export type OAuthStrategy = `oauth_${string}`

/** Tells whether a text from outside has the form of a strategy that leads to a provider. */
export const isOAuthStrategy = (value: unknown): value is OAuthStrategy =>
  typeof value === 'string' && /^oauth_[a-z0-9_]{1,48}$/.test(value) && !value.startsWith('oauth_token_')
