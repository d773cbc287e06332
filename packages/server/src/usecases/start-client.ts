import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { findClientByPreviousSecret, insertClient } from '../stores/client-store.ts'
import { listActiveSessionsOfClient } from '../stores/session-store.ts'
import { createClientSecret, digestClientSecret } from '../tokens/client-secret.ts'
import { createId } from '../tokens/id.ts'

/** Makes a browser known that has no cookie yet. */
export async function startClient(
  deps: Deps,
  db: Connection = deps.db,
): Promise<{ client: ClientRow; clientSecret: string }> {
  const now = deps.clock.now()
  const { secret, digest } = await createClientSecret(deps)
  const client = await insertClient(db, {
    id: createId(deps.random, 'client'),
    secret_digest: digest,
    previous_digest: null,
    rotated_at: null,
    sign_in_id: null,
    sign_up_id: null,
    last_active_session_id: null,
    last_authentication_strategy: null,
    created_at: now,
    updated_at: now,
  })
  return { client, clientSecret: secret }
}

// Longer than an answer takes on its way, shorter than it takes somebody to think of a second sign-in.
const overtakenWithin = 10_000

/** Stops a call that comes with a secret which another call has just replaced by signing this browser in. */
export async function refuseOvertaken(deps: Deps, secret: string): Promise<void> {
  const now = deps.clock.now()
  const digest = await digestClientSecret(deps.vault, secret)
  const client = await findClientByPreviousSecret(deps.db, digest, now - overtakenWithin)
  if (!client) return
  const sessions = await listActiveSessionsOfClient(deps.db, client.id, now)
  // Not told which: whoever holds a dead secret has no right to know.
  if (sessions.length > 0) throw new ApiError('session_exists')
}
