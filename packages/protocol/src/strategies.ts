/** Every way to prove who you are, and which factor it serves. */
export const strategies = {
  password: { firstFactor: true, secondFactor: false },
  email_code: { firstFactor: true, secondFactor: false },
  email_link: { firstFactor: true, secondFactor: false },
  phone_code: { firstFactor: true, secondFactor: false },
  reset_password_email_code: { firstFactor: true, secondFactor: false },
  reset_password_phone_code: { firstFactor: true, secondFactor: false },
} as const satisfies Record<string, { firstFactor: boolean; secondFactor: boolean }>

export type Strategy = keyof typeof strategies

/** Tells whether a text from outside names a strategy that this version knows. */
export const isStrategy = (value: unknown): value is Strategy =>
  typeof value === 'string' && Object.hasOwn(strategies, value)
