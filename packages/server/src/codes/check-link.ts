import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { consumeCode, findVerification, type VerificationOwner } from '../stores/verification-store.ts'
import { equalInConstantTime } from '../tokens/encoding.ts'
import { digestLinkToken } from '../tokens/link-token.ts'
import { codeMaxAttempts } from '../tokens/one-time-code.ts'
import { type Proof, refuseDead } from './check-code.ts'

/** A link that somebody opened and confirmed. */
export type OpenedLink = {
  token: string
  /** The client of the browser in which that happened; null when it is not known. */
  openedBy: string | null
}

export type CheckLinkInput = Omit<VerificationOwner, 'strategy'> & {
  link: OpenedLink
  /** The address as it is now: a link to another one is void. */
  addressNorm: string | null
}

/** Checks a link; nothing changes until the proof is consumed. */
export async function checkLink(
  deps: Deps,
  { link: { token, openedBy }, addressNorm, ...given }: CheckLinkInput,
): Promise<Proof> {
  const now = deps.clock.now()
  const digest = await digestLinkToken(deps.vault, token)
  const row = await findVerification(deps.db, { ...given, strategy: 'email_link' })
  if (!row || row.target_norm !== addressNorm || !equalInConstantTime(digest, row.code_digest))
    throw new ApiError('verification_missing')
  refuseDead(row, now)
  return {
    targetNorm: row.target_norm,
    targetId: row.target_id,
    async consume(trx) {
      const isFirst = await consumeCode(trx, row.id, { digest, maxAttempts: codeMaxAttempts, now, openedBy })
      if (!isFirst) throw new ApiError('verification_already_verified')
    },
  }
}
