import * as z from 'zod/mini'
import { flag, optionalText, text } from './fields.ts'

const choice = z.optional(z.nullable(flag))

/** `POST /v1/me/email_addresses` */
export const createEmailAddress = z.object({ email_address: text(254) })

/** `POST /v1/email_addresses` of the Backend API */
export const addEmailAddress = z.object({
  user_id: text(64),
  email_address: text(254),
  verified: choice,
  primary: choice,
  notify_primary_email_address_changed: choice,
})

/** `PATCH /v1/email_addresses/{id}` of the Backend API */
export const updateEmailAddress = z.object({
  verified: choice,
  primary: choice,
  notify_primary_email_address_changed: choice,
})

/** `POST /v1/me/email_addresses/{id}/prepare_verification` */
export const prepareEmailAddress = z.object({ strategy: text(64), redirect_url: optionalText(2048) })

/** `POST /v1/me/email_addresses/{id}/attempt_verification` */
export const attemptEmailAddress = z.object({ code: text(64) })
