import * as z from 'zod/mini'
import { flag, jsonObject, textList } from './fields.ts'

const name = z.optional(z.nullable(z.string().check(z.maxLength(256))))
const list = z.optional(textList(320, 100))

/** `POST /v1/users` */
export const createUser = z.object({
  external_id: name,
  first_name: name,
  last_name: name,
  username: name,
  locale: name,
  email_address: z.optional(textList(254, 100)),
  password: z.optional(z.nullable(z.string())),
  skip_password_checks: z.optional(z.nullable(flag)),
  skip_password_requirement: z.optional(z.nullable(flag)),
  public_metadata: z.optional(jsonObject),
  private_metadata: z.optional(jsonObject),
  unsafe_metadata: z.optional(jsonObject),
  delete_self_enabled: z.optional(z.nullable(flag)),
  legal_accepted_at: z.optional(z.nullable(z.string())),
  created_at: z.optional(z.nullable(z.string())),
})

/** `PATCH /v1/users/{user_id}`; given metadata replaces what was there. */
export const updateUser = z.object({
  external_id: name,
  first_name: name,
  last_name: name,
  username: name,
  locale: name,
  primary_email_address_id: name,
  notify_primary_email_address_changed: z.optional(z.nullable(flag)),
  password: z.optional(z.nullable(z.string())),
  skip_password_checks: z.optional(z.nullable(flag)),
  sign_out_of_other_sessions: z.optional(z.nullable(flag)),
  public_metadata: z.optional(jsonObject),
  private_metadata: z.optional(jsonObject),
  unsafe_metadata: z.optional(jsonObject),
  delete_self_enabled: z.optional(z.nullable(flag)),
  legal_accepted_at: z.optional(z.nullable(z.string())),
  created_at: z.optional(z.nullable(z.string())),
})

/** `PATCH /v1/users/{user_id}/metadata` merges (RFC 7396); `PUT` replaces what is given. */
export const updateUserMetadata = z.object({
  public_metadata: z.optional(jsonObject),
  private_metadata: z.optional(jsonObject),
  unsafe_metadata: z.optional(jsonObject),
})

const whole = (least: number, most: number, fallback: number) =>
  z._default(z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most)), fallback)

/** Query of `GET /v1/users` and `GET /v1/users/count`. */
export const listUsers = z.object({
  limit: whole(1, 500, 10),
  offset: whole(0, 2_147_483_647, 0),
  order_by: z.optional(z.string().check(z.maxLength(64))),
  query: z.optional(z.string().check(z.maxLength(256))),
  user_id: list,
  external_id: list,
  email_address: list,
  username: list,
})

/** Query of `GET /v1/sessions`. */
export const listSessions = z.object({
  limit: whole(1, 500, 10),
  offset: whole(0, 2_147_483_647, 0),
  client_id: z.optional(z.string().check(z.maxLength(64))),
  user_id: z.optional(z.string().check(z.maxLength(64))),
  status: z.optional(
    z.enum(['abandoned', 'active', 'ended', 'expired', 'pending', 'removed', 'replaced', 'revoked']),
  ),
})
