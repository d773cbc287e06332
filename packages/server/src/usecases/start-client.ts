import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { insertClient } from '../stores/client-store.ts'
import { createClientSecret } from '../tokens/client-secret.ts'
import { createId } from '../tokens/id.ts'

/** Makes a browser known that has no cookie yet. */
export async function startClient(deps: Deps): Promise<{ client: ClientRow; clientSecret: string }> {
  const now = deps.clock.now()
  const { secret, digest } = await createClientSecret(deps)
  const client = await insertClient(deps.db, {
    id: createId(deps.random, 'client'),
    secret_digest: digest,
    sign_in_id: null,
    sign_up_id: null,
    last_active_session_id: null,
    last_authentication_strategy: null,
    created_at: now,
    updated_at: now,
  })
  return { client, clientSecret: secret }
}
