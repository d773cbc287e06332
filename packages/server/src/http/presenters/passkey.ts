import type { PasskeyJSON } from '@usher/protocol'
import type { PasskeyRow } from '../../database/schema/passkeys.ts'
import type { BegunPasskey } from '../../usecases/create-passkey.ts'
import { presentVerification } from './verification.ts'

const strategy = 'passkey'

/** A passkey as its owner sees it. */
export const presentPasskey = (row: PasskeyRow): PasskeyJSON => ({
  object: 'passkey',
  id: row.id,
  name: row.name,
  backed_up: row.backed_up === 1,
  last_used_at: row.last_used_at,
  verification: presentVerification({ strategy, byClient: null }, undefined, row.created_at),
  created_at: row.created_at,
  updated_at: row.updated_at,
})

/** One that is being made: `verification.nonce` is what the page hands to its authenticator. */
export const presentBegunPasskey = ({ id, name, ceremony }: BegunPasskey, now: number): PasskeyJSON => ({
  object: 'passkey',
  id,
  name,
  backed_up: false,
  last_used_at: null,
  verification: presentVerification(null, ceremony, now),
  created_at: now,
  updated_at: now,
})
