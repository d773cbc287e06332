import * as z from 'zod/mini'
import { clearableText, flag, jsonObject, optionalText, text } from './fields.ts'

/**
 * `PATCH /v1/me`. Empty texts clear; metadata that only a backend may write is not read at all. A password is taken
 * from clients of API versions up to 2024-10-01 and needs `current_password` beside it; empty removes it.
 */
export const updateMe = z.object({
  first_name: clearableText(256),
  last_name: clearableText(256),
  username: clearableText(256),
  primary_email_address_id: optionalText(64),
  primary_phone_number_id: optionalText(64),
  unsafe_metadata: z.optional(jsonObject),
  password: clearableText(16_384),
  current_password: optionalText(16_384),
  locale: clearableText(64),
})

export type UpdateMeFields = z.infer<typeof updateMe>

/** `POST /v1/me/totp/attempt_verification` */
export const attemptTotp = z.object({ code: text(64) })

/** Query of `GET /v1/username_availability` */
export const usernameAvailability = z.object({ username: text(256) })

/** `PATCH /v1/me/metadata`: a merge patch (RFC 7396). */
export const updateMyMetadata = z.object({ unsafe_metadata: jsonObject })

/** `POST /v1/me/change_password`; other sessions stay unless the caller says otherwise. */
export const changePassword = z.object({
  new_password: text(16_384),
  current_password: optionalText(16_384),
  sign_out_of_other_sessions: z._default(flag, false),
})

/** `POST /v1/me/remove_password` */
export const removePassword = z.object({ current_password: optionalText(16_384) })
