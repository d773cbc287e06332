import type { Selectable } from 'kysely'
import type { ContactKind } from './contacts.ts'

/** The current one-time code or link of one attempt or address: a new one replaces the row. */
export type VerificationTable = {
  id: string
  /**
   * Beside attempts and contacts: `second_factor` of a sign-in or a session, `session` for its first one, `backend`: a
   * code for a contact that a backend asked for, and `passkey`: one that is being made.
   */
  owner: 'sign_up' | 'sign_in' | 'session' | 'second_factor' | 'backend' | 'passkey' | ContactKind
  owner_id: string
  strategy: string
  /** Where the code was sent, in normal form: a code is void when the address changes. Of a passkey: the origin of the page. */
  target_norm: string
  /** Id of the contact for a sign-in, so that a factor can be named; of the user for a passkey that is being made. */
  target_id: string | null
  /** Of a passkey: the challenge itself, which is no secret. */
  code_digest: string
  attempts: number
  status: 'unverified' | 'verified' | 'failed'
  sent_at: number
  expire_at: number
  /** JSON text of what a page is to hand to its authenticator. */
  nonce: string | null
  /** Of a link: the browser that asked for it and what that said of itself, and the page that it leads to. */
  client_id: string | null
  user_agent: string | null
  ip_address: string | null
  redirect_url: string | null
  /** Client that opened the link; null as well when that browser was not known. */
  verified_at_client: string | null
}

export type VerificationRow = Selectable<VerificationTable>

/** When a code went to which address for what, for the resend limits; the address itself is not kept. */
export type CodeSendTable = {
  id: string
  /** Keyed digest of the address in normal form: the limit outlives an account without keeping its address (S70). */
  target_digest: string
  purpose: string
  sent_at: number
}
