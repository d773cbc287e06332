import type { InvitationJSON } from '@usher/protocol'
import type { InvitationRow } from '../../database/schema/invitations.ts'
import type { Deps } from '../../deps.ts'
import { linkOfInvitation } from '../../usecases/create-invitations.ts'

/** An invitation as a backend sees it; with the address that takes it up in the first answer only. */
export function presentInvitation(
  deps: Deps,
  { invitation, token }: { invitation: InvitationRow; token?: string },
): InvitationJSON {
  const { id, email_address, public_metadata, status, expire_at, created_at, updated_at } = invitation
  const isOver = status === 'pending' && expire_at <= deps.clock.now()
  return {
    object: 'invitation',
    id,
    email_address,
    public_metadata: JSON.parse(public_metadata),
    status: isOver ? 'expired' : status,
    revoked: status === 'revoked',
    ...(token === undefined ? {} : { url: linkOfInvitation(deps, token) }),
    expires_at: expire_at,
    created_at,
    updated_at,
  }
}
