import type { Deps } from '../deps.ts'
import {
  deleteAllCodeSendsBefore,
  deleteAttemptsBefore,
  deleteClientsBefore,
  deleteCodesBefore,
  deleteFlowsBefore,
  deleteHandshakesBefore,
  deleteSessionsBefore,
  deleteTicketsBefore,
} from '../stores/purge-store.ts'
import { deleteDiscardedImages } from './delete-discarded-images.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long what has ended is kept, in milliseconds. */
export const keptFor = {
  attempts: 7 * day,
  codeSends: day,
  sessions: 90 * day,
  tickets: 30 * day,
  clients: 30 * day,
  images: hour,
} as const

/**
 * Deletes what nobody needs any more: attempts and their codes a week after they ended, sessions ninety days after,
 * tickets thirty days after, and browsers that hold nothing and were not used for thirty days; pictures of nobody after an hour, in which whoever
 * uploads one has come to an end. Says how many rows went.
 */
export async function purge(deps: Pick<Deps, 'db' | 'clock' | 'images' | 'log'>): Promise<number> {
  const { db, clock } = deps
  const now = clock.now()
  const counts = [
    await deleteAttemptsBefore(db, 'sign_ups', now - keptFor.attempts),
    await deleteAttemptsBefore(db, 'sign_ins', now - keptFor.attempts),
    await deleteCodesBefore(db, now - keptFor.attempts),
    await deleteFlowsBefore(db, now - keptFor.attempts),
    await deleteAllCodeSendsBefore(db, now - keptFor.codeSends),
    await deleteHandshakesBefore(db, now),
    await deleteSessionsBefore(db, now - keptFor.sessions),
    await deleteTicketsBefore(db, now - keptFor.tickets),
    await deleteClientsBefore(db, now - keptFor.clients),
    await deleteDiscardedImages(deps, now - keptFor.images),
  ]
  return counts.reduce((sum, count) => sum + count)
}
