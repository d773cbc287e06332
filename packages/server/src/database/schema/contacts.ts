import type { Generated, Selectable } from 'kysely'

/** Where a person can be reached. Both kinds are added, verified, chosen and removed in one and the same way. */
export type ContactKind = 'email_address' | 'phone_number'

export const contactKinds: ContactKind[] = ['email_address', 'phone_number']

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
  /** 1 for a number whose codes are asked for as a second factor, and never as a first one. */
  reserved_for_second_factor: Generated<number>
  /** 1 for the one among them that is asked first. */
  default_second_factor: Generated<number>
  created_at: number
  updated_at: number
}

export type ContactRow = Selectable<ContactTable>
