import type { Selectable } from 'kysely'

export type EmailAddressTable = {
  id: string
  user_id: string
  value: string
  value_norm: string
  /** Null until somebody proved to own the address. */
  verified_at: number | null
  verification_strategy: string | null
  /** Client that proved it, for `verified_at_client`. */
  verified_at_client: string | null
  /** 1 when nobody else may have the address: it is verified, or verification is switched off. */
  claimed: number
  created_at: number
  updated_at: number
}

export type EmailAddressRow = Selectable<EmailAddressTable>
