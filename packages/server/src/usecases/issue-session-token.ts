import type { ClientRow } from '../database/schema/clients.ts'
import type { Deps } from '../deps.ts'
import { activeSession } from './read-client-session.ts'

/** A token of a session of this browser, as a JWT that lives for 60 seconds. */
export async function issueSessionToken(
  deps: Deps,
  { client, id, origin }: { client: ClientRow; id: string; origin: string | null },
): Promise<string> {
  const session = await activeSession(deps, client, id)
  return deps.sessionTokens.issue({ session, origin, notBefore: client.updated_at })
}
