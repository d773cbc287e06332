import * as z from 'zod/mini'
import { verificationLevel } from '../resources/session-verification.ts'
import { optionalText, text } from './fields.ts'

/** `POST /v1/client/sessions/{id}/touch` */
export const touchSession = z.object({ active_organization_id: optionalText(64), intent: optionalText(64) })

/** `POST /v1/client/sessions/{id}/tokens` */
export const createToken = z.object({ organization_id: optionalText(64), tab_state: optionalText(32) })

/** `POST /v1/client/sessions/{id}/verify` */
export const startVerification = z.object({ level: verificationLevel })

/** `POST /v1/clients/verify`: the value of the `__client` cookie. */
export const verifyClient = z.object({ token: text(256) })

/** `POST /v1/sessions` */
export const createSession = z.object({ user_id: text(64) })

/** `POST /v1/sessions/{id}/tokens` of the Backend API */
export const createBackendToken = z.object({
  expires_in_seconds: z.optional(z.nullable(z.int().check(z.minimum(30), z.maximum(315_360_000)))),
})
