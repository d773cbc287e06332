import * as z from 'zod/mini'
import { text } from './fields.ts'

/** `GET /client/handshake`: a backend sends a browser here, to learn who it is. */
export const handshake = z.object({
  redirect_url: z.optional(text(8192)),
  format: z.optional(z.enum(['nonce', 'token'])),
  organization_id: z.optional(text(256)),
})

/** `GET /clients/handshake_payload`, for a backend: what the browser brought along. */
export const handshakePayload = z.object({ nonce: text(256) })

/** `GET /client/touch`: the way to a page of the app, by which the cookie of a browser is set anew. */
export const touchClient = z.object({ redirect_url: z.optional(text(8192)) })
