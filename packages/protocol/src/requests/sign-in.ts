import * as z from 'zod/mini'
import { clearableText, flag, optionalText, text } from './fields.ts'

/** `POST /v1/client/sign_ins` */
export const createSignIn = z.object({
  strategy: optionalText(64),
  identifier: clearableText(320),
  password: optionalText(16_384),
  redirect_url: optionalText(2048),
  action_complete_redirect_url: optionalText(2048),
  oidc_prompt: optionalText(64),
  oidc_login_hint: optionalText(320),
  transfer: z.optional(flag),
  /** An identifier that nobody has leads to a sign-up, once a code has shown whose it is. */
  sign_up_if_missing: z.optional(flag),
  ticket: optionalText(4096),
  locale: optionalText(64),
  timezone: optionalText(64),
})

/** `POST /v1/client/sign_ins/{id}/prepare_first_factor`, and the same for the second factor */
export const prepareFactor = z.object({
  strategy: text(64),
  email_address_id: optionalText(64),
  phone_number_id: optionalText(64),
  redirect_url: optionalText(2048),
})

/** `POST /v1/client/sign_ins/{id}/attempt_first_factor`, and the same for the second factor */
export const attemptFactor = z.object({
  strategy: text(64),
  code: optionalText(64),
  password: optionalText(16_384),
  /** What the browser's `navigator.credentials.get()` gave, as JSON text. */
  public_key_credential: optionalText(16_384),
})

/** `POST /v1/client/sign_ins/{id}/reset_password`; other sessions are signed out unless the caller says no. */
export const resetPassword = z.object({
  password: text(16_384),
  sign_out_of_other_sessions: z._default(flag, true),
})
