import type { SessionStatus } from '@usher/protocol'
import type { SessionRow } from '../database/schema/sessions.ts'

/** The status of a session by the server's clock: time ends it without anybody writing so (S52). */
export function statusAt(session: SessionRow, now: number): SessionStatus {
  if (session.status !== 'active' && session.status !== 'pending') return session.status
  if (session.expire_at <= now) return 'expired'
  return session.abandon_at <= now ? 'abandoned' : session.status
}
