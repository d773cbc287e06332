import * as z from 'zod/mini'
import { verification } from './verification.ts'

export const emailAddress = z.object({
  object: z.literal('email_address'),
  id: z.string(),
  email_address: z.string(),
  reserved: z.boolean(),
  verification: z.nullable(verification),
  linked_to: z.array(z.object({ id: z.string(), type: z.string() })),
  matches_sso_connection: z.boolean(),
  created_at: z.int(),
  updated_at: z.int(),
})

export type EmailAddressJSON = z.infer<typeof emailAddress>
