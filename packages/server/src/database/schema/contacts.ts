import type { Selectable } from 'kysely'
import type { ContactKind } from '../../identifiers/contact.ts'

/** Addresses and phone numbers of users; `value_norm` tells the two apart too, since only an address holds an @. */
export type ContactTable = {
  id: string
  kind: ContactKind
  user_id: string
  value: string
  value_norm: string
  /** Null until somebody proved to own it. */
  verified_at: number | null
  verification_strategy: string | null
  /** Client that proved it, for `verified_at_client`. */
  verified_at_client: string | null
  /** 1 when nobody else may have it: it is verified, or verification is switched off. */
  claimed: number
  created_at: number
  updated_at: number
}

export type ContactRow = Selectable<ContactTable>
