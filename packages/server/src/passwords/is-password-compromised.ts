import type { UserRow } from '../database/schema/users.ts'

/** Whether the password no longer signs in, although it is right: a backend called it compromised, and it is still the same. */
export const isPasswordCompromised = (user: UserRow): boolean =>
  user.password_digest !== null && user.password_compromised_at !== null
