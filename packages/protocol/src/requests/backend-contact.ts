import * as z from 'zod/mini'
import { flag, text } from './fields.ts'

const status = z._default(z.enum(['verified', 'reserved', 'unverified']), 'verified')

/** `PUT /v1/users/{user_id}/email_address` */
export const replaceEmailAddress = z.object({
  email_address: text(254),
  identification_status: status,
  notify_primary_email_address_changed: z.optional(z.nullable(flag)),
})

/** `PUT /v1/users/{user_id}/phone_number` */
export const replacePhoneNumber = z.object({ phone_number: text(64), identification_status: status })

/** `POST /v1/email_addresses/{id}/attempt_verification` and the same of phone numbers, of the Backend API */
export const attemptContact = z.object({ verification_id: text(64), code: text(64) })
