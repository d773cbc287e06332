import type { Deps } from '../deps.ts'
import type { ServerEvent } from '../ports/events.ts'

/** Tells open tabs and other processes what happened to a user; called after the commit. */
export function announceUser(deps: Deps, userId: string, ...types: ServerEvent['type'][]): void {
  deps.sessionTokens.forgetUser(userId)
  for (const type of types) deps.events.publish({ type, userId })
}
