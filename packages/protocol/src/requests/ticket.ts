import * as z from 'zod/mini'
import { jsonObject, text } from './fields.ts'

const seconds = z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(315_360_000))))

/** `POST /v1/sign_in_tokens` */
export const createSignInToken = z.object({ user_id: text(64), expires_in_seconds: seconds })

/** `POST /v1/actor_tokens` */
export const createActorToken = z.object({
  user_id: text(64),
  actor: jsonObject.check(
    z.refine(({ sub }) => typeof sub === 'string' && sub !== '' && sub.length <= 256),
    z.refine((actor) => JSON.stringify(actor).length <= 2048),
  ),
  expires_in_seconds: seconds,
  session_max_duration_in_seconds: seconds,
})

/** `GET /v1/tickets/accept` */
export const acceptTicket = z.object({ ticket: text(4096) })
