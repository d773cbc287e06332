import { ApiError } from '../api-error.ts'
import { refuseDead } from '../codes/check-code.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import {
  consumeCode,
  countWrongCode,
  findVerification,
  listVerifications,
  replaceVerification,
} from '../stores/verification-store.ts'
import { toBase64Url } from '../tokens/encoding.ts'
import { createId } from '../tokens/id.ts'
import { codeMaxAttempts } from '../tokens/one-time-code.ts'

const strategy = 'passkey'
const challengeBytes = 32

/** How long an authenticator has to answer, in milliseconds (S41). */
export const ceremonyLifetime = 300_000

/** What a challenge belongs to: the sign-in or the session that it is for, or the passkey that is being made. */
export type CeremonyOwner = { owner: 'sign_in' | 'session' | 'second_factor' | 'passkey'; ownerId: string }

/** What an answer must have been made for. */
export type Expected = { challenge: string; origin: string; rpId: string }

export type BeginCeremony = CeremonyOwner & {
  /** The page that asks, which alone may answer. */
  origin: string | null | undefined
  /** Whose passkey it will be. */
  userId: string | null
  /** What the page hands to its authenticator. */
  optionsOf: (basis: { challenge: string; rpId: string; timeout: number }) => object
}

/** Draws a challenge for a page; the one that it had before is void from then on. */
export async function beginCeremony(
  deps: Deps,
  { owner, ownerId, origin, userId, optionsOf }: BeginCeremony,
): Promise<VerificationRow> {
  if (!origin) throw new ApiError('origin_invalid')
  const now = deps.clock.now()
  const challenge = toBase64Url(deps.random.bytes(challengeBytes))
  const options = optionsOf({ challenge, rpId: rpIdOf(deps, origin), timeout: ceremonyLifetime })
  const [last] = await listVerifications(deps.db, owner, [ownerId])
  // The last one is the one that is shown, also when it follows a code within the same millisecond.
  const sentAt = Math.max(now, (last?.sent_at ?? 0) + 1)
  const row = {
    id: createId(deps.random, 'ver'),
    owner,
    owner_id: ownerId,
    strategy,
    target_norm: origin,
    target_id: userId,
    code_digest: challenge,
    attempts: 0,
    status: 'unverified' as const,
    sent_at: sentAt,
    expire_at: now + ceremonyLifetime,
    nonce: JSON.stringify(options),
    client_id: null,
    user_agent: null,
    ip_address: null,
    redirect_url: null,
    verified_at_client: null,
  }
  return (await replaceVerification(deps.db, row, sentAt)) ?? row
}

/** Checks the answer to a challenge; nothing else changes until it is consumed, which happens once (S41). */
export async function checkCeremony<Answer>(
  deps: Deps,
  { owner, ownerId }: CeremonyOwner,
  verify: (expected: Expected) => Promise<Answer>,
): Promise<{ answer: Answer; consume(trx: Connection): Promise<void> }> {
  const now = deps.clock.now()
  const given = { owner, ownerId, strategy }
  const row = await findVerification(deps.db, given)
  if (!row) throw new ApiError('verification_missing')
  refuseDead(row, now)
  const { id, code_digest: challenge, target_norm: origin } = row
  const answer = await verify({ challenge, origin, rpId: rpIdOf(deps, origin) }).catch(async (error) => {
    await countWrongCode(deps.db, id, codeMaxAttempts)
    throw error
  })
  return {
    answer,
    async consume(trx) {
      const isFirst = await consumeCode(trx, id, { digest: challenge, maxAttempts: codeMaxAttempts, now })
      if (isFirst) return
      refuseDead(await findVerification(trx, given), now)
      throw new ApiError('verification_failed')
    },
  }
}

const rpIdOf = ({ settings }: Deps, origin: string) => settings.passkey.rpId || new URL(origin).hostname
