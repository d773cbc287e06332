import type { BackendRoute } from './backend-user-routes.ts'
import {
  answer,
  flag,
  format,
  metadata,
  needed,
  oneOf,
  page,
  text,
  value,
  whole,
  words,
} from './field-faults.ts'

const address = needed(text(254, ['no address', format], ['', format]))
const identifier = needed(
  text(320, ['nobody', format], ['', format], ['*@', format], ['*@a b.example', format], ['+1', format]),
)
const order = words(64, ['id', value], ['', value])

/** The routes by which a backend says who may have an account. */
export const accessRoutes: Record<string, BackendRoute> = {
  'POST /v1/invitations': {
    fields: {
      email_address: address,
      expires_in_days: whole(1, 365),
      ignore_existing: flag,
      notify: flag,
      public_metadata: metadata,
      redirect_url: text(2048, ['https://evil.example/', value], ['/sign-up', format]),
      template_slug: oneOf(),
    },
    good: () => ({
      email_address: 'friend@example.com',
      redirect_url: 'http://localhost:5173/sign-up',
      ignore_existing: true,
    }),
  },
  'GET /v1/invitations': {
    fields: { ...page, paginated: answer, status: oneOf(), query: words(320), order_by: order },
  },
  'POST /v1/allowlist_identifiers': {
    fields: { identifier, notify: flag },
    good: () => ({ identifier: '*@friends.example' }),
  },
  'GET /v1/allowlist_identifiers': { fields: { ...page, paginated: answer } },
  'POST /v1/blocklist_identifiers': {
    fields: { identifier },
    good: () => ({ identifier: '*@spam.example' }),
  },
  'GET /v1/blocklist_identifiers': {},
  'DELETE /v1/allowlist_identifiers/:id': {},
  'DELETE /v1/blocklist_identifiers/:id': {},
  'POST /v1/waitlist_entries': {
    fields: { email_address: address, notify: flag },
    good: () => ({ email_address: 'waits.too@example.com' }),
  },
  'GET /v1/waitlist_entries': {
    fields: { ...page, status: oneOf(), query: words(320), order_by: order },
  },
  'DELETE /v1/waitlist_entries/:id': {},
  'POST /v1/invitations/:id/revoke': {},
  'DELETE /v1/invitations/:id': {},
}
