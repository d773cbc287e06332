import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { markSignedOut } from '../stores/client-store.ts'
import { endOtherSessionsOfUser } from '../stores/session-store.ts'

/** Revokes the sessions of a user in every browser, except for one when it is given. */
export async function signOutEverywhere(
  { clock }: Deps,
  trx: Connection,
  userId: string,
  exceptSessionId: string | null = null,
): Promise<void> {
  const now = clock.now()
  await markSignedOut(trx, await endOtherSessionsOfUser(trx, userId, exceptSessionId, 'revoked', now), now)
}
