import * as z from 'zod/mini'

export const totp = z.object({
  object: z.literal('totp'),
  id: z.string(),
  /** In base32; only in the answer that made it. */
  secret: z.nullable(z.string()),
  /** `otpauth://…` for an authenticator app; only in the answer that made it. */
  uri: z.nullable(z.string()),
  verified: z.boolean(),
  /** Codes that were made because this is the first second factor; null otherwise. */
  backup_codes: z.nullable(z.array(z.string())),
  created_at: z.int(),
  updated_at: z.int(),
})

/** The authenticator app of a user. */
export type TotpJSON = z.infer<typeof totp>

export const backupCode = z.object({
  object: z.literal('backup_code'),
  id: z.string(),
  codes: z.array(z.string()),
  created_at: z.int(),
  updated_at: z.int(),
})

/** New backup codes, which are shown this once. */
export type BackupCodeJSON = z.infer<typeof backupCode>
