import * as z from 'zod/mini'
import { text } from './fields.ts'

/** `POST /v1/me/passkeys/{id}/attempt_verification`: what `navigator.credentials.create()` gave, as JSON text. */
export const attemptPasskey = z.object({
  strategy: z.literal('passkey'),
  public_key_credential: text(65_536),
})

/** `PATCH /v1/me/passkeys/{id}` */
export const updatePasskey = z.object({ name: text(64) })
