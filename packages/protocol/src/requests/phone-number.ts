import * as z from 'zod/mini'
import { flag, optionalText, text } from './fields.ts'

const choice = z.optional(z.nullable(flag))

/** `POST /v1/me/phone_numbers` */
export const createPhoneNumber = z.object({ phone_number: text(64) })

/** `PATCH /v1/me/phone_numbers/{id}`: whether its codes are asked for as a second factor, and before those of others. */
export const updateMyPhoneNumber = z.object({
  reserved_for_second_factor: choice,
  default_second_factor: choice,
})

/** `POST /v1/phone_numbers` of the Backend API */
export const addPhoneNumber = z.object({
  user_id: text(64),
  phone_number: text(64),
  verified: choice,
  primary: choice,
  reserved_for_second_factor: choice,
})

/** `PATCH /v1/phone_numbers/{id}` of the Backend API */
export const updatePhoneNumber = z.object({
  verified: choice,
  primary: choice,
  reserved_for_second_factor: choice,
})

/** `POST /v1/me/phone_numbers/{id}/prepare_verification`; there is one strategy, which clients of 2022 do not name. */
export const preparePhoneNumber = z.object({
  strategy: z._default(text(64), 'phone_code'),
  channel: optionalText(64),
})

/** `POST /v1/me/phone_numbers/{id}/attempt_verification` */
export const attemptPhoneNumber = z.object({ code: text(64) })
