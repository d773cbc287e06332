import * as z from 'zod/mini'
import { token } from './token.ts'
import { publicUserData, user } from './user.ts'

export const sessionStatus = z.enum([
  'active',
  'pending',
  'ended',
  'removed',
  'revoked',
  'replaced',
  'expired',
  'abandoned',
])

export type SessionStatus = z.infer<typeof sessionStatus>

/** What somebody may have to do after signing in, before the session counts. */
export type SessionTaskKey = 'reset-password' | 'setup-mfa'

const sessionTasks = z.nullable(z.array(z.object({ key: z.string() })))

export const session = z.object({
  object: z.literal('session'),
  id: z.string(),
  status: sessionStatus,
  expire_at: z.int(),
  abandon_at: z.int(),
  last_active_at: z.int(),
  last_active_organization_id: z.nullable(z.string()),
  actor: z.nullable(z.looseObject({ sub: z.string() })),
  /** Minutes since the first and the second factor; -1 means never. */
  factor_verification_age: z.nullable(z.tuple([z.int(), z.int()])),
  /** What the person has to do first, while the status is `pending`. */
  tasks: sessionTasks,
  user: z.nullable(user),
  public_user_data: z.nullable(publicUserData),
  last_active_token: z.nullable(token),
  created_at: z.int(),
  updated_at: z.int(),
})

export type SessionJSON = z.infer<typeof session>

export const sessionActivity = z.object({
  object: z.literal('session_activity'),
  id: z.string(),
  device_type: z.nullable(z.string()),
  is_mobile: z.boolean(),
  browser_name: z.nullable(z.string()),
  browser_version: z.nullable(z.string()),
  ip_address: z.nullable(z.string()),
  city: z.nullable(z.string()),
  country: z.nullable(z.string()),
  /** A field of our own: the person had not been signed in from this country before. */
  is_new_place: z.boolean(),
})

/** From which device and place a session was last used. */
export type SessionActivityJSON = z.infer<typeof sessionActivity>

export const sessionWithActivity = z.extend(session, { latest_activity: sessionActivity })

/** An item of `GET /v1/me/sessions/active`. */
export type SessionWithActivityJSON = z.infer<typeof sessionWithActivity>

export const backendSession = z.object({
  object: z.literal('session'),
  id: z.string(),
  client_id: z.string(),
  user_id: z.string(),
  status: sessionStatus,
  last_active_organization_id: z.nullable(z.string()),
  actor: z.nullable(z.looseObject({ sub: z.string() })),
  latest_activity: z.optional(sessionActivity),
  last_active_at: z.int(),
  expire_at: z.int(),
  abandon_at: z.int(),
  tasks: z.optional(sessionTasks),
  created_at: z.int(),
  updated_at: z.int(),
})

/** A session as a backend with the secret key sees it. */
export type BackendSessionJSON = z.infer<typeof backendSession>
