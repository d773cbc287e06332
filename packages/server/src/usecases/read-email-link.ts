import { ApiError } from '../api-error.ts'
import type { ClientRow } from '../database/schema/clients.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { findLink } from '../stores/verification-store.ts'
import { digestLinkToken } from '../tokens/link-token.ts'

export type EmailLink = {
  row: VerificationRow
  /** The page of the app that it leads to. */
  redirectUrl: string
  /** What became of it, or whether it may be confirmed in this browser. */
  state: 'open' | 'expired' | 'failed' | 'client_mismatch'
  /** This browser is not the one that asked for it. */
  isElsewhere: boolean
}

/** A link as one browser may use it; changes nothing. Throws `verification_missing` for a token that nobody knows. */
export async function readEmailLink(
  deps: Deps,
  { client, token = '' }: { client: ClientRow | null; token: string | undefined },
): Promise<EmailLink> {
  const row = await findLink(deps.db, await digestLinkToken(deps.vault, token))
  if (!row?.redirect_url)
    throw new ApiError('verification_missing', {
      longMessage: 'This link is not known here. It may have been replaced by a newer one: open that.',
    })
  const isElsewhere = client === null || client.id !== row.client_id
  return { row, redirectUrl: row.redirect_url, isElsewhere, state: stateOf(deps, row, isElsewhere) }
}

function stateOf(
  { settings, clock }: Deps,
  { status, expire_at }: VerificationRow,
  isElsewhere: boolean,
): EmailLink['state'] {
  // It counts once, also for the one who used it.
  if (status !== 'unverified') return 'failed'
  if (expire_at <= clock.now()) return 'expired'
  return isElsewhere && settings.emailLinkSameBrowser ? 'client_mismatch' : 'open'
}
