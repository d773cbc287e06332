import type { SessionStatus, VerificationLevel } from '@usher/protocol'
import type { Selectable } from 'kysely'

export type SessionTable = {
  id: string
  client_id: string
  user_id: string
  /** As last written; a read also applies `expire_at` and `abandon_at`. */
  status: SessionStatus
  /** JSON text of the actor when somebody impersonates the user. */
  actor: string | null
  first_factor_at: number
  second_factor_at: number | null
  /** What the person was last asked to prove once more, and since when; null when never. */
  verify_level: VerificationLevel | null
  verify_started_at: number | null
  /** JSON text of the keys of what the person has to do first, while the session is pending; null while it is not. */
  tasks: string | null
  expire_at: number
  abandon_at: number
  last_active_at: number
  activity_id: string
  device_type: string | null
  is_mobile: number
  browser_name: string | null
  browser_version: string | null
  ip_address: string | null
  city: string | null
  country: string | null
  /** 1 when the user had not been signed in from that country before. */
  is_new_place: number
  created_at: number
  updated_at: number
}

export type SessionRow = Selectable<SessionTable>
