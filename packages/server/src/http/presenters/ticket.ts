import type { ActorTokenJSON, SignInTokenJSON } from '@usher/protocol'
import type { Deps } from '../../deps.ts'
import type { CreatedTicket } from '../../usecases/create-ticket.ts'

/** A ticket as the backend that made it sees it; with its token and the address that uses it in the first answer only. */
export function presentTicket(
  { place }: Deps,
  { ticket, token }: Pick<CreatedTicket, 'ticket'> & { token?: string },
): SignInTokenJSON | ActorTokenJSON {
  const { id, status, user_id, actor, created_at, updated_at } = ticket
  const shown =
    token === undefined ? {} : { token, url: `${place.ownOrigin}/v1/tickets/accept?ticket=${token}` }
  const facts = { id, status, user_id, ...shown, created_at, updated_at }
  return actor === null
    ? { object: 'sign_in_token', ...facts }
    : { object: 'actor_token', actor: JSON.parse(actor), ...facts }
}
