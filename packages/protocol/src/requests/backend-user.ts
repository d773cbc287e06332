import * as z from 'zod/mini'
import { passwordHashers } from '../password-hashers.ts'
import { clearableText, digits, flag, jsonObject, page, text, textList } from './fields.ts'

const clearable = clearableText(256)
const list = z.optional(textList(320, 100))
const statuses = z.optional(z.nullable(z.array(z.enum(['verified', 'reserved'])).check(z.maxLength(100))))
const choice = z.optional(z.nullable(flag))
const time = z.optional(z.nullable(text(64)))
/** 0 means as many as somebody likes. */
const organizations = {
  create_organization_enabled: choice,
  create_organizations_limit: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(2_147_483_647)))),
}
const secret = z.optional(z.nullable(z.string()))
const password = {
  password: secret,
  /** A digest that another system made, in the form of its `password_hasher`. */
  password_digest: clearableText(4096),
  password_hasher: z.optional(z.nullable(z.enum(passwordHashers))),
}
/** Second factors that another system made: a secret in base32, and codes as they are or as their bcrypt digests. */
const secondFactors = {
  totp_secret: clearableText(256),
  backup_codes: z.optional(z.nullable(textList(128, 20))),
}
/** Metadata, which an absent field leaves alone and null empties. */
const metadata = z.optional(jsonObject)

// What real backends may send and this version cannot keep: refused when it carries a value, never dropped.
const unsupported = {
  web3_wallet: z.optional(z.unknown()),
  primary_web3_wallet_id: z.optional(z.unknown()),
  profile_image_id: z.optional(z.unknown()),
}

/** Names of the fields that are refused when they carry a value. */
export const unsupportedUserFields = Object.keys(unsupported) as (keyof typeof unsupported)[]

/** `POST /v1/users` */
export const createUser = z.object({
  ...unsupported,
  external_id: clearable,
  first_name: clearable,
  last_name: clearable,
  username: clearable,
  locale: clearableText(64),
  email_address: z.optional(textList(320, 100)),
  /** One for each address; all are verified when there is none. */
  email_address_identification_status: statuses,
  phone_number: z.optional(textList(64, 100)),
  phone_number_identification_status: statuses,
  ...password,
  ...secondFactors,
  skip_password_checks: choice,
  skip_password_requirement: choice,
  /** Whatever the settings ask for: one way to tell the user apart is enough. */
  skip_user_requirement: choice,
  /** Nothing is checked about legal consent here; accepted, since migrations send it. */
  skip_legal_checks: choice,
  public_metadata: metadata,
  private_metadata: metadata,
  unsafe_metadata: metadata,
  delete_self_enabled: choice,
  /** Whoever has a password needs no code on a strange device, where the settings ask for one. */
  bypass_client_trust: choice,
  ...organizations,
  legal_accepted_at: time,
  created_at: time,
  /** The account is closed from its first moment. */
  banned: choice,
  /** Nobody can sign in to it for as long as the setting `lockDuration` says. */
  locked: choice,
})

export type CreateUserFields = z.infer<typeof createUser>

/** `PATCH /v1/users/{user_id}`; given metadata replaces what was there, null and empty texts clear. */
export const updateUser = z.object({
  ...unsupported,
  external_id: clearable,
  first_name: clearable,
  last_name: clearable,
  username: clearable,
  locale: clearableText(64),
  primary_email_address_id: clearableText(64),
  primary_phone_number_id: clearableText(64),
  notify_primary_email_address_changed: choice,
  ...password,
  ...secondFactors,
  skip_password_checks: choice,
  skip_legal_checks: choice,
  sign_out_of_other_sessions: choice,
  public_metadata: metadata,
  private_metadata: metadata,
  unsafe_metadata: metadata,
  delete_self_enabled: choice,
  /** Whoever has a password needs no code on a strange device, where the settings ask for one. */
  bypass_client_trust: choice,
  ...organizations,
  legal_accepted_at: time,
  created_at: time,
})

export type UpdateUserFields = z.infer<typeof updateUser>

/** `POST /v1/users/ban` and `POST /v1/users/unban` */
export const banUsers = z.object({ user_ids: z.array(text(64)).check(z.minLength(1), z.maxLength(50)) })

/** `POST /v1/users/{user_id}/verify_password` */
export const verifyUserPassword = z.object({ password: z.string() })

/** `POST /v1/users/{user_id}/verify_totp`; a backup code is as good. */
export const verifyUserTotp = z.object({ code: text(128) })

/** `POST /v1/users/{user_id}/remove_password` */
export const removeUserPassword = z.object({ sign_out_of_other_sessions: choice })

/** `POST /v1/users/{user_id}/password/set_compromised` */
export const setPasswordCompromised = z.object({ revoke_all_sessions: choice })

/** `PATCH /v1/users/{user_id}/metadata` merges (RFC 7396); `PUT` replaces what is given. */
export const updateUserMetadata = z.object({
  public_metadata: metadata,
  private_metadata: metadata,
  unsafe_metadata: metadata,
})

const moment = z.optional(digits(0, Number.MAX_SAFE_INTEGER))
const words = z.optional(text(256))

/** Query of `GET /v1/users/count`. Ids and external ids may begin with `-` to leave somebody out. */
export const countUsers = z.object({
  query: words,
  user_id: list,
  external_id: list,
  email_address: list,
  username: list,
  phone_number: list,
  web3_wallet: list,
  organization_id: list,
  /** Strategy of a provider, and what it calls people: neither means anything without the other. */
  provider: z.optional(text(64)),
  provider_user_id: list,
  email_address_query: words,
  phone_number_query: words,
  username_query: words,
  name_query: words,
  banned: z.optional(flag),
  created_at_before: moment,
  created_at_after: moment,
  last_active_at_before: moment,
  last_active_at_after: moment,
  last_active_at_since: moment,
  last_sign_in_at_before: moment,
  last_sign_in_at_after: moment,
})

export type UserFilter = z.infer<typeof countUsers>

/** Query of `GET /v1/users`: the filters, and which part of the result in which order. */
export const listUsers = z.extend(countUsers, {
  ...page,
  order_by: z.optional(textList(64, 10)),
  starting_after: z.optional(text(64)),
})

/** Query of the lists of organizations of a user. */
export const listOrganizations = z.object(page)

/** Query of `GET /v1/clients`. */
export const listClients = z.object({ ...page, paginated: z.optional(flag) })

/** Query of `GET /v1/sessions`. */
export const listSessions = z.object({
  ...page,
  paginated: z.optional(flag),
  client_id: z.optional(text(64)),
  user_id: z.optional(text(64)),
  status: z.optional(
    z.enum(['abandoned', 'active', 'ended', 'expired', 'pending', 'removed', 'replaced', 'revoked']),
  ),
})
