import type { Selectable } from 'kysely'
import type { ContactKind } from './contacts.ts'

export type AccessList = 'allow' | 'block'

/** An address, all addresses of a domain, or a number that a list names. */
export type AccessIdentifierTable = {
  id: string
  list: AccessList
  kind: ContactKind
  /** In normal form; `*@example.com` stands for a domain. */
  identifier: string
  /** The invitation that went out when it was put on the list. */
  invitation_id: string | null
  created_at: number
  updated_at: number
}

export type AccessIdentifierRow = Selectable<AccessIdentifierTable>
