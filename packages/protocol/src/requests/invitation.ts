import * as z from 'zod/mini'
import { flag, jsonObject, optionalText, page, text } from './fields.ts'

const choice = z.optional(z.nullable(flag))

/** `POST /v1/invitations`, and each of the list of `POST /v1/invitations/bulk`. */
export const createInvitation = z.object({
  email_address: text(254),
  expires_in_days: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(365)))),
  /** Invites also whom another invitation waits for, or who has an account. */
  ignore_existing: choice,
  /** Whether a mail is sent; it is unless this says no. */
  notify: choice,
  public_metadata: z.optional(jsonObject),
  redirect_url: optionalText(2048),
  template_slug: z.optional(z.nullable(z.enum(['invitation', 'waitlist_invitation']))),
})

export type CreateInvitationFields = z.infer<typeof createInvitation>

/** Query of `GET /v1/invitations`. */
export const listInvitations = z.object({
  ...page,
  paginated: z.optional(flag),
  status: z.optional(z.enum(['pending', 'accepted', 'revoked', 'expired'])),
  query: z.optional(text(320)),
  order_by: z.optional(text(64)),
})
