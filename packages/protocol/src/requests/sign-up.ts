import * as z from 'zod/mini'
import { flag, jsonObject, optionalText, text } from './fields.ts'

/** `POST /v1/client/sign_ups` and `PATCH /v1/client/sign_ups/{id}`. Empty texts count as absent. */
export const signUpFields = z.object({
  strategy: optionalText(64),
  email_address: optionalText(254),
  phone_number: optionalText(64),
  username: optionalText(256),
  password: optionalText(16_384),
  first_name: optionalText(256),
  last_name: optionalText(256),
  unsafe_metadata: z.optional(jsonObject),
  legal_accepted: z.optional(flag),
  locale: optionalText(64),
  timezone: optionalText(64),
  redirect_url: optionalText(2048),
  action_complete_redirect_url: optionalText(2048),
  oidc_prompt: optionalText(64),
  oidc_login_hint: optionalText(320),
  transfer: z.optional(flag),
  ticket: optionalText(4096),
})

export type SignUpFields = z.infer<typeof signUpFields>

/** `POST /v1/client/sign_ups/{id}/prepare_verification` */
export const prepareSignUpVerification = z.object({
  strategy: text(64),
  redirect_url: optionalText(2048),
  channel: optionalText(64),
})

/** `POST /v1/client/sign_ups/{id}/attempt_verification` */
export const attemptSignUpVerification = z.object({ strategy: text(64), code: optionalText(64) })
