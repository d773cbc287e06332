import * as z from 'zod/mini'
import { backendSession, session } from './session.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

export const client = z.object({
  object: z.literal('client'),
  id: z.nullable(z.string()),
  sessions: z.array(session),
  sign_in: z.nullable(signIn),
  sign_up: z.nullable(signUp),
  last_active_session_id: z.nullable(z.string()),
  last_authentication_strategy: z.nullable(z.string()),
  captcha_bypass: z.boolean(),
  cookie_expires_at: z.nullable(z.int()),
  /**
   * A field of our own: strictly increases with every answer of the server, so that of two answers the one
   * that was read later wins, whatever order they arrive in. `updated_at` cannot serve: real clients derive
   * the `__client_uat` cookie from it, so it moves only when somebody signs in or out.
   */
  revision: z.int(),
  created_at: z.int(),
  updated_at: z.int(),
})

/** One browser: its sessions and its open attempts. */
export type ClientJSON = z.infer<typeof client>

export const backendClient = z.object({
  object: z.literal('client'),
  id: z.string(),
  session_ids: z.array(z.string()),
  sessions: z.array(backendSession),
  sign_in_id: z.nullable(z.string()),
  sign_up_id: z.nullable(z.string()),
  last_active_session_id: z.nullable(z.string()),
  last_authentication_strategy: z.nullable(z.string()),
  created_at: z.int(),
  updated_at: z.int(),
})

/** One browser as a backend with the secret key sees it: the sessions that are signed in there. */
export type BackendClientJSON = z.infer<typeof backendClient>

/** Envelope of most Frontend API answers. */
export type ResponseJSON<Resource> = { response: Resource; client: ClientJSON | null }
