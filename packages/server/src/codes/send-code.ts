import { ApiError } from '../api-error.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { isTestEmailAddress } from '../identifiers/email-address.ts'
import { accountExistsMail, type CodePurpose, codeMail } from '../mail/code-mail.ts'
import type { Mail } from '../ports/mail.ts'
import {
  deleteCodeSend,
  deleteCodeSendsBefore,
  insertCodeSend,
  listCodeSends,
} from '../stores/code-send-store.ts'
import {
  findVerification,
  markSentAt,
  replaceVerification,
  type VerificationOwner,
} from '../stores/verification-store.ts'
import { createId } from '../tokens/id.ts'
import { codeLifetime, createCode, digestCode, digestCodeTarget, testCode } from '../tokens/one-time-code.ts'

export type SendCodeInput = VerificationOwner & {
  purpose: CodePurpose
  /** Where the code goes, as written, and in normal form. */
  address: string
  addressNorm: string
  addressId: string | null
  /** Whom the address belongs to already, so that no usable code may be sent (S18). */
  isTaken?: boolean
}

const resendAfter = 30_000
const windowMs = 600_000
const dayMs = 86_400_000
const maxPerWindow = 5
const maxPerDay = 20

/**
 * Sends a one-time code. Asked again within 30 s it answers with the code that is on its way and sends nothing;
 * more than 5 in 10 minutes, or 20 in a day, for one address and purpose are refused with 429 (S26).
 * A mail that cannot be delivered throws `mail_delivery_failed` and does not count.
 */
export async function sendCode(deps: Deps, input: SendCodeInput): Promise<VerificationRow> {
  const now = deps.clock.now()
  const current = await findVerification(deps.db, input)
  const isUnderWay = current?.status === 'unverified' && current.target_norm === input.addressNorm
  if (isUnderWay && now - current.sent_at < resendAfter && current.expire_at > now) return current
  const target = await digestCodeTarget(deps.vault, input.addressNorm)
  await refuseTooMany(deps, target, input.purpose, now)
  const isTest = deps.settings.testMode && isTestEmailAddress(input.addressNorm)
  const code = isTest ? testCode : createCode(deps.random)
  const send = {
    id: createId(deps.random, 'snd'),
    target_digest: target,
    purpose: input.purpose,
    sent_at: now,
  }
  const row = {
    id: createId(deps.random, 'ver'),
    owner: input.owner,
    owner_id: input.ownerId,
    strategy: input.strategy,
    target_norm: input.addressNorm,
    target_id: input.addressId,
    code_digest: await digestCode(deps.vault, input.ownerId, input.strategy, input.isTaken ? '' : code),
    attempts: 0,
    status: 'unverified' as const,
    sent_at: now,
    expire_at: now + codeLifetime,
  }
  const verification = await inTransaction(deps.db, async (trx) => {
    await insertCodeSend(trx, send)
    await deleteCodeSendsBefore(trx, target, now - dayMs)
    return replaceVerification(trx, row)
  })
  if (!isTest) await deliver(deps, mailFor(deps, input, code), verification.id, send.id)
  return verification
}

const mailFor = (deps: Deps, { address, purpose, isTaken }: SendCodeInput, code: string): Mail =>
  isTaken
    ? accountExistsMail(address, deps.settings.applicationName)
    : codeMail(address, purpose, code, deps.settings.applicationName)

async function deliver(deps: Deps, mail: Mail, verificationId: string, sendId: string): Promise<void> {
  try {
    await deps.mail.send(mail)
  } catch (error) {
    deps.log.warn(
      { event: 'mail_failed', reason: error instanceof Error ? error.name : 'unknown' },
      'mail failed',
    )
    await markSentAt(deps.db, verificationId, 0)
    await deleteCodeSend(deps.db, sendId)
    throw new ApiError('mail_delivery_failed')
  }
}

async function refuseTooMany(deps: Deps, target: string, purpose: CodePurpose, now: number): Promise<void> {
  if (!deps.limiter.isOn) return
  const sends = await listCodeSends(deps.db, target, purpose, now - dayMs)
  const recent = sends.filter((time) => time > now - windowMs)
  const waits = [
    recent.length >= maxPerWindow ? (recent.at(-maxPerWindow) ?? now) + windowMs - now : 0,
    sends.length >= maxPerDay ? (sends.at(-maxPerDay) ?? now) + dayMs - now : 0,
  ]
  const wait = Math.max(...waits)
  if (wait > 0) throw new ApiError('too_many_requests', { retryAfter: Math.ceil(wait / 1000) })
}
