import type { Deps } from '../deps.ts'
import {
  deleteAllCodeSendsBefore,
  deleteAttemptsBefore,
  deleteClientsBefore,
  deleteCodesBefore,
  deleteSessionsBefore,
} from '../stores/purge-store.ts'

const day = 86_400_000

/** How long what has ended is kept, in milliseconds. */
export const keptFor = { attempts: 7 * day, codeSends: day, sessions: 90 * day, clients: 30 * day } as const

/**
 * Deletes what nobody needs any more: attempts and their codes a week after they ended, sessions ninety days after,
 * and browsers that hold nothing and were not used for thirty days. Says how many rows went.
 */
export async function purge({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock.now()
  const counts = [
    await deleteAttemptsBefore(db, 'sign_ups', now - keptFor.attempts),
    await deleteAttemptsBefore(db, 'sign_ins', now - keptFor.attempts),
    await deleteCodesBefore(db, now - keptFor.attempts),
    await deleteAllCodeSendsBefore(db, now - keptFor.codeSends),
    await deleteSessionsBefore(db, now - keptFor.sessions),
    await deleteClientsBefore(db, now - keptFor.clients),
  ]
  return counts.reduce((sum, count) => sum + count)
}
