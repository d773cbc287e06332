import * as z from 'zod/mini'
import { flag, page, text } from './fields.ts'

/** `POST /v1/allowlist_identifiers`; with `notify` whoever has the address is invited. */
export const createAllowlistIdentifier = z.object({
  identifier: text(320),
  notify: z.optional(z.nullable(flag)),
})

/** `POST /v1/blocklist_identifiers` */
export const createBlocklistIdentifier = z.object({ identifier: text(320) })

/** Query of `GET /v1/allowlist_identifiers`. */
export const listAllowlistIdentifiers = z.object({ ...page, paginated: z.optional(flag) })
