import * as z from 'zod/mini'
import { verification } from './verification.ts'

export const phoneNumber = z.object({
  object: z.literal('phone_number'),
  id: z.string(),
  /** E.164 */
  phone_number: z.string(),
  reserved_for_second_factor: z.boolean(),
  default_second_factor: z.boolean(),
  reserved: z.boolean(),
  verification: z.nullable(verification),
  linked_to: z.array(z.object({ id: z.string(), type: z.string() })),
  backup_codes: z.nullable(z.array(z.string())),
  created_at: z.int(),
  updated_at: z.int(),
})

export type PhoneNumberJSON = z.infer<typeof phoneNumber>
