import type { Updateable } from 'kysely'
import type { ClientRow, ClientTable } from '../database/schema/clients.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { replaceClientSecret } from '../stores/client-store.ts'
import { createClientSecret } from '../tokens/client-secret.ts'

/**
 * Gives a browser a new secret, which is returned: the old one is dead from here on (S51). Null, and nothing written,
 * when another call has done so since this one began; its answer carries the cookie that counts.
 */
export async function rotateClientSecret(
  deps: Deps,
  trx: Connection,
  client: ClientRow,
  values: Updateable<ClientTable> = {},
): Promise<string | null> {
  const { secret, digest } = await createClientSecret(deps)
  const rotated = { ...values, secret_digest: digest, rotated_at: deps.clock.now() }
  return (await replaceClientSecret(trx, client, rotated)) ? secret : null
}
