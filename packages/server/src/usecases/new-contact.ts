import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import type { Deps } from '../deps.ts'
import { createId } from '../tokens/id.ts'

/** Whether a contact is proved; a reserved one is not, but signs in and is nobody else's. */
export type ContactStatus = 'verified' | 'reserved' | 'unverified'

export type NewContact = {
  kind: ContactKind
  userId: string
  /** As it was typed in, and in normal form. */
  value: string
  norm: string
  status: ContactStatus
  /** Epoch milliseconds; lists keep the order of adding by it. */
  createdAt: number
}

/** The row of an address or phone number that somebody gets, before it is written. */
export const newContact = (deps: Deps, { kind, userId, value, norm, status, createdAt }: NewContact) =>
  ({
    id: createId(deps.random, 'idn'),
    kind,
    user_id: userId,
    value: kind === 'phone_number' ? norm : value.trim(),
    value_norm: norm,
    verified_at: status === 'verified' ? deps.clock.now() : null,
    verification_strategy: status === 'verified' ? 'admin' : null,
    verified_at_client: null,
    claimed: status === 'unverified' ? 0 : 1,
    reserved_for_second_factor: 0,
    default_second_factor: 0,
    created_at: createdAt,
    updated_at: deps.clock.now(),
  }) satisfies ContactRow
