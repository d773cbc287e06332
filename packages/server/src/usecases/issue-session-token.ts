import type { ClientRow } from '../database/schema/clients.ts'
import type { SessionRow } from '../database/schema/sessions.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { noteUse } from './note-use.ts'
import { activeSession } from './read-client-session.ts'

type IssueTokenInput = { client: ClientRow; id: string; origin: string | null; device: Device }

// Half of the life of a token: an open page asks for one more often than that.
const noteAfter = 30_000

/** A token of a session of this browser, as a JWT that lives for 60 seconds. Whoever asks for one is active. */
export async function issueSessionToken(
  deps: Deps,
  { client, id, origin, device }: IssueTokenInput,
): Promise<string> {
  const session = await activeSession(deps, client, id)
  await noteUseOnceInAWhile(deps, session, device)
  return deps.sessionTokens.issue({ session, origin, notBefore: client.updated_at })
}

/** Notes that somebody is active, unless that was noted a moment ago from the same place. */
export async function noteUseOnceInAWhile(deps: Deps, session: SessionRow, device: Device): Promise<void> {
  const isNews =
    deps.clock.now() - session.last_active_at >= noteAfter || device.ipAddress !== session.ip_address
  if (isNews) await noteUse(deps, deps.db, session, device)
}
