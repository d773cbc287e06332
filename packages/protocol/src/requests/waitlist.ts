import * as z from 'zod/mini'
import { flag, page, text } from './fields.ts'

/** `POST /v1/waitlist` */
export const joinWaitlist = z.object({ email_address: text(254) })

/** `POST /v1/waitlist_entries`, and each of the list of `POST /v1/waitlist_entries/bulk`. */
export const createWaitlistEntry = z.object({
  email_address: text(254),
  /** Whether a mail is sent; it is unless this says no. */
  notify: z.optional(z.nullable(flag)),
})

export type CreateWaitlistEntryFields = z.infer<typeof createWaitlistEntry>

/** `POST /v1/waitlist_entries/{id}/invite` */
export const inviteWaitlistEntry = z.object({ ignore_existing: z.optional(z.nullable(flag)) })

/** Query of `GET /v1/waitlist_entries`. */
export const listWaitlistEntries = z.object({
  ...page,
  status: z.optional(z.enum(['pending', 'invited', 'rejected', 'completed'])),
  query: z.optional(text(320)),
  order_by: z.optional(text(64)),
})
