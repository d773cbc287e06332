import * as z from 'zod/mini'
import { verification } from './verification.ts'

export const passkey = z.object({
  object: z.literal('passkey'),
  id: z.string(),
  name: z.string(),
  /** Whether a cloud keeps a copy, so that it outlives the device; a field of our own. */
  backed_up: z.boolean(),
  last_used_at: z.nullable(z.int()),
  verification: z.nullable(verification),
  created_at: z.int(),
  updated_at: z.int(),
})

/** A passkey of a user. */
export type PasskeyJSON = z.infer<typeof passkey>
