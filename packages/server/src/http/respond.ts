import type { AppContext } from './context.ts'
import { presentClient } from './presenters/client.ts'

/** Answers a mutation: the resource, and beside it the whole client of this browser as it is now. */
export async function respond(c: AppContext, resource: unknown) {
  return c.json({ response: resource, client: await presentClient(c) })
}
