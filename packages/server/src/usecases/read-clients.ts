import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import { countClients, findClient, findClientBySecret, searchClients } from '../stores/client-store.ts'
import { listActiveSessionsOfClients } from '../stores/session-store.ts'
import { digestClientSecret } from '../tokens/client-secret.ts'

/** A browser, and the sessions that are signed in there, oldest first. */
export type ClientWithSessions = { client: ClientRow; sessions: SessionRow[] }

/** One page of all browsers for a backend, newest first, and how many there are in all. */
export async function listClients(
  deps: Deps,
  part: { limit: number; offset: number },
): Promise<{ clients: ClientWithSessions[]; total: number }> {
  const clients = await withSessions(deps, await searchClients(deps.db, part))
  return { clients, total: await countClients(deps.db) }
}

/** Any browser, for a backend. Throws `resource_not_found`. */
export const readClient = async (deps: Deps, id: string): Promise<ClientWithSessions> =>
  found(deps, await findClient(deps.db, id), 'There is no client with this id.')

/** The browser whose `__client` cookie has this value. Throws `resource_not_found` for a value that is not, or no longer, one. */
export const verifyClient = async (deps: Deps, token: string): Promise<ClientWithSessions> =>
  found(
    deps,
    await findClientBySecret(deps.db, await digestClientSecret(deps.vault, token)),
    'This token belongs to no client, or no longer. Take the present value of the cookie.',
  )

async function found(deps: Deps, client: ClientRow | undefined, longMessage: string) {
  const [view] = await withSessions(deps, client ? [client] : [])
  if (!view) throw new ApiError('resource_not_found', { longMessage })
  return view
}

async function withSessions(deps: Deps, clients: ClientRow[]): Promise<ClientWithSessions[]> {
  const ids = clients.map(({ id }) => id)
  const sessions = await listActiveSessionsOfClients(deps.db, ids, deps.clock.now())
  return clients.map((client) => ({
    client,
    sessions: sessions.filter(({ client_id }) => client_id === client.id),
  }))
}
