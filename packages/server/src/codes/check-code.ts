import { ApiError } from '../api-error.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import {
  consumeCode,
  countWrongCode,
  findVerification,
  type VerificationOwner,
} from '../stores/verification-store.ts'
import { equalInConstantTime } from '../tokens/encoding.ts'
import { codeMaxAttempts, digestCode, normalizeCode } from '../tokens/one-time-code.ts'

/** A proof that was checked and waits to be used up in the transaction that acts on it. */
export type Proof = {
  /** The address or account that was proved, in normal form. */
  targetNorm: string
  targetId: string | null
  /** Uses the proof up; throws when another call was first. */
  consume(trx: Connection): Promise<void>
}

export type CheckCodeInput = VerificationOwner & {
  code: string | undefined
  /** The address as it is now: a code for another one is void. */
  addressNorm: string | null
}

/** Checks a one-time code and counts a wrong one; nothing else changes until the proof is consumed. */
export async function checkCode(deps: Deps, input: CheckCodeInput): Promise<Proof> {
  const code = normalizeCode(input.code ?? '')
  if (code === '') throw new ApiError('form_param_nil', { paramName: 'code' })
  const now = deps.clock.now()
  const row = await findVerification(deps.db, input)
  if (!row || row.target_norm !== input.addressNorm) throw new ApiError('verification_missing')
  refuseDead(row, now)
  const digest = await digestCode(deps.vault, input.ownerId, input.strategy, code)
  if (!equalInConstantTime(digest, row.code_digest)) {
    await countWrongCode(deps.db, row.id, codeMaxAttempts)
    throw new ApiError('form_code_incorrect', { paramName: 'code' })
  }
  return {
    targetNorm: row.target_norm,
    targetId: row.target_id,
    async consume(trx) {
      const isFirst = await consumeCode(trx, row.id, { digest, maxAttempts: codeMaxAttempts, now })
      if (isFirst) return
      refuseDead(await findVerification(trx, input), now)
      throw new ApiError('verification_failed')
    },
  }
}

/** Throws when a code or link can prove nothing any more. */
export function refuseDead(row: VerificationRow | undefined, now: number): void {
  if (row?.status === 'verified') throw new ApiError('verification_already_verified')
  if (row?.status === 'failed') throw new ApiError('verification_failed')
  if (row && row.expire_at <= now) throw new ApiError('verification_expired')
}
