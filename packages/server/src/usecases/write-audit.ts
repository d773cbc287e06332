import type { ContactKind } from '../database/schema/contacts.ts'
import type { AuditTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { insertAudit } from '../stores/audit-store.ts'
import { createId } from '../tokens/id.ts'
import type { Caller } from './caller.ts'

export type AuditEntry = {
  event:
    | 'user_created'
    | 'user_updated'
    | 'user_deleted'
    | 'user_banned'
    | 'user_unbanned'
    | 'user_locked'
    | 'user_unlocked'
    | 'picture_changed'
    | 'picture_removed'
    | 'password_changed'
    | 'password_compromised'
    | 'password_removed'
    | 'password_uncompromised'
    | `${ContactKind}_${'added' | 'verified' | 'removed'}`
    | `phone_number_${'reserved' | 'released'}`
    | `${'totp' | 'backup_codes' | 'passkey'}_${'added' | 'removed'}`
    | 'second_factor'
    | `external_account_${'added' | 'renewed' | 'removed'}`
    | 'reverification'
    | 'session_revoked'
    | `${'sign_in' | 'actor'}_token_created`
    | `${'allow' | 'block'}list_${'added' | 'removed'}`
    | `invitation_${'created' | 'revoked' | 'deleted' | 'accepted'}`
  /** Null while there is none. */
  userId: string | null
  sessionId?: string
  result?: AuditTable['result']
  /** Absent when a backend did it. */
  caller?: Caller
  /** From where, when nobody is signed in yet. */
  device?: Device
}

/** Notes who did what when and from where (S65). */
export const writeAudit = (deps: Deps, db: Connection, entry: AuditEntry): Promise<void> =>
  insertAudit(db, {
    id: createId(deps.random, 'aud'),
    at: deps.clock.now(),
    event: entry.event,
    user_id: entry.userId,
    session_id: entry.sessionId ?? entry.caller?.session.id ?? null,
    ip_address: (entry.caller ?? entry).device?.ipAddress ?? null,
    result: entry.result ?? 'ok',
  })
