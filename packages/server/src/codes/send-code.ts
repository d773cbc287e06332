import { ApiError } from '../api-error.ts'
import type { ContactKind } from '../database/schema/contacts.ts'
import type { CodeSendTable } from '../database/schema/verifications.ts'
import { type Connection, inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import type { Device } from '../devices/describe-device.ts'
import { contacts } from '../identifiers/contact.ts'
import { callingCodeOf } from '../identifiers/phone-number.ts'
import { limitSms } from '../limits/limit.ts'
import { accountExistsMail, type CodePurpose, codeMail } from '../mail/code-mail.ts'
import { linkMail } from '../mail/link-mail.ts'
import { reasonOf } from '../reason-of.ts'
import { accountExistsSms, codeSms } from '../sms/code-sms.ts'
import {
  deleteCodeSend,
  deleteCodeSendsBefore,
  insertCodeSend,
  listCodeSends,
} from '../stores/code-send-store.ts'
import {
  deleteVerification,
  markSentAt,
  replaceVerification,
  type VerificationOwner,
} from '../stores/verification-store.ts'
import { createId } from '../tokens/id.ts'
import { createLinkToken, digestLinkToken } from '../tokens/link-token.ts'
import { codeLifetime, createCode, digestCode, digestCodeTarget, testCode } from '../tokens/one-time-code.ts'

/** A code; in its place word that the address has an account (S18); or nothing, because nobody is there (S15). */
export type MailContent = 'code' | 'account_exists' | 'nothing'

export type SendCodeInput = VerificationOwner & {
  purpose: CodePurpose
  kind: ContactKind
  /** Where the code goes: only to what is proved by it, however the address was written. */
  addressNorm: string
  addressId: string | null
  content: MailContent
  /** Sends a link in the place of a code. */
  link?: Link
}

/** Who asked for a link, from where, and where it leads once it is confirmed. */
export type Link = {
  clientId: string
  device: Device
  redirectUrl: string
  /** The page that confirms it, without the token. */
  verifyUrl: string
}

const resendAfter = 30_000
const windowMs = 600_000
const dayMs = 86_400_000
const maxPerWindow = 5
const maxPerDay = 20

/**
 * Sends a one-time code or a link. Asked again within 30 s it answers with the code that is on its way and sends nothing;
 * more than 5 in 10 minutes, or 20 in a day, for one address and purpose are refused with 429 (S26), and so are
 * text messages when the day's share of the server or of the country is used up (S49).
 * What cannot be delivered throws `mail_delivery_failed` or `sms_delivery_failed` and does not count.
 */
export async function sendCode(deps: Deps, input: SendCodeInput): Promise<void> {
  const now = deps.clock.now()
  // No link can be known beforehand, so one to a test address is sent like any other.
  const isTest = !input.link && deps.settings.testMode && contacts[input.kind].isForTests(input.addressNorm)
  const code = input.link ? createLinkToken(deps.random) : isTest ? testCode : createCode(deps.random)
  const send = {
    id: createId(deps.random, 'snd'),
    target_digest: await digestCodeTarget(deps.vault, input.addressNorm),
    purpose: input.purpose,
    sent_at: now,
  }
  const row = await createRow(deps, input, code, now)
  const isNew = await inTransaction(deps.db, async (trx) => {
    if (!(await replaceVerification(trx, row, now - resendAfter))) return false
    if (deps.limiter.isOn) await refuseTooMany(trx, send)
    if (input.kind === 'phone_number') limitSms(deps, callingCodeOf(input.addressNorm))
    await insertCodeSend(trx, send)
    await deleteCodeSendsBefore(trx, send.target_digest, now - dayMs)
    return true
  })
  if (!isNew || isTest || input.content === 'nothing') return
  const delivery = deliver(deps, input, code, row.id, send.id)
  // Where nobody may learn which addresses have an account, neither the time of a delivery nor its failure may tell.
  if (deps.settings.enumerationProtection) delivery.catch(() => {})
  else await delivery
}

async function createRow(deps: Deps, input: SendCodeInput, code: string, now: number) {
  const { owner, ownerId, strategy, addressNorm, addressId, content, link } = input
  return {
    id: createId(deps.random, 'ver'),
    owner,
    owner_id: ownerId,
    strategy,
    target_norm: addressNorm,
    target_id: addressId,
    // No code that anybody can type has the digest of an empty one.
    code_digest: link
      ? await digestLinkToken(deps.vault, code)
      : await digestCode(deps.vault, ownerId, strategy, content === 'code' ? code : ''),
    attempts: 0,
    status: 'unverified' as const,
    sent_at: now,
    expire_at: now + codeLifetime,
    nonce: null,
    client_id: link?.clientId ?? null,
    user_agent: link?.device.userAgent ?? null,
    ip_address: link?.device.ipAddress ?? null,
    redirect_url: link?.redirectUrl ?? null,
    verified_at_client: null,
  }
}

function transmit(
  { mail, sms, settings }: Deps,
  { kind, addressNorm: to, purpose, content, link }: SendCodeInput,
  code: string,
): Promise<void> {
  const name = settings.applicationName
  const isCode = content !== 'account_exists'
  if (kind === 'phone_number') return sms.send(isCode ? codeSms(to, code, name) : accountExistsSms(to, name))
  if (link && isCode) {
    const { verifyUrl, device } = link
    return mail.send(linkMail({ to, purpose, link: `${verifyUrl}?token=${code}`, name, device }))
  }
  return mail.send(isCode ? codeMail(to, purpose, code, name) : accountExistsMail(to, name))
}

async function deliver(
  deps: Deps,
  input: SendCodeInput,
  code: string,
  verificationId: string,
  sendId: string,
): Promise<void> {
  try {
    await transmit(deps, input, code)
  } catch (error) {
    const channel = input.kind === 'phone_number' ? 'sms' : 'mail'
    deps.log.warn({ event: `${channel}_failed`, reason: reasonOf(error) }, `${channel} failed`)
    // A code that never left is none; in strict mode the answers must stay as they are for everybody (S15).
    if (deps.settings.enumerationProtection) await markSentAt(deps.db, verificationId, 0)
    else await deleteVerification(deps.db, verificationId)
    await deleteCodeSend(deps.db, sendId)
    throw new ApiError(`${channel}_delivery_failed`)
  }
}

async function refuseTooMany(
  trx: Connection,
  { target_digest, purpose, sent_at: now }: CodeSendTable,
): Promise<void> {
  const sends = await listCodeSends(trx, target_digest, purpose, now - dayMs)
  const recent = sends.filter((time) => time > now - windowMs)
  const waits = [
    recent.length >= maxPerWindow ? (recent.at(-maxPerWindow) ?? now) + windowMs - now : 0,
    sends.length >= maxPerDay ? (sends.at(-maxPerDay) ?? now) + dayMs - now : 0,
  ]
  const wait = Math.max(...waits)
  if (wait > 0) throw new ApiError('too_many_requests', { retryAfter: Math.ceil(wait / 1000) })
}
