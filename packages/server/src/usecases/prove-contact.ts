import { ApiError } from '../api-error.ts'
import { checkCode, type Proof } from '../codes/check-code.ts'
import { sendCode } from '../codes/send-code.ts'
import type { ContactKind, ContactRow } from '../database/schema/contacts.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import { updateUser } from '../stores/user-store.ts'
import { findVerification } from '../stores/verification-store.ts'
import { announceUser } from './announce-user.ts'
import { readAnyContact } from './read-contact.ts'
import { refuseTaken } from './refuse-taken.ts'
import { verifyContact } from './verify-contact.ts'

/** Sends a code for a backend that asks somebody for it on screens of its own. */
export async function sendContactCode(
  deps: Deps,
  { kind, id }: { kind: ContactKind; id: string },
): Promise<VerificationRow> {
  if (kind === 'phone_number') await loadPhoneNumbers()
  const { contact } = await readAnyContact(deps, kind, id)
  await sendCode(deps, {
    ...ownerOf(contact),
    purpose: 'contact',
    kind,
    addressNorm: contact.value_norm,
    addressId: id,
    content: 'code',
  })
  return readVerification(deps, contact)
}

/** What a code can be without being an error of the caller: the status of the verification says it. */
const outcomes: string[] = ['form_code_incorrect', 'verification_expired', 'verification_failed']

/**
 * Checks a code that a backend was given. A wrong or late one is no error here; the status tells. The right one
 * verifies what was unverified. It signs nobody in.
 */
export async function checkContactCode(
  deps: Deps,
  { kind, id, verificationId, code }: { kind: ContactKind; id: string; verificationId: string; code: string },
): Promise<VerificationRow> {
  const { contact } = await readAnyContact(deps, kind, id)
  const { id: current } = await readVerification(deps, contact)
  if (current !== verificationId) throw new ApiError('resource_not_found', { paramName: 'verification_id' })
  const attempt = { ...ownerOf(contact), code, addressNorm: contact.value_norm }
  const proof = await checkCode(deps, attempt).catch((error: unknown) => {
    if (error instanceof ApiError && outcomes.includes(error.code)) return null
    throw error
  })
  if (proof) {
    await refuseTaken(kind, () => consume(deps, contact, proof))
    announceUser(deps, contact.user_id, 'user.updated')
  }
  return readVerification(deps, contact)
}

const consume = (deps: Deps, contact: ContactRow, proof: Proof): Promise<void> =>
  inTransaction(deps.db, async (trx) => {
    const user = await updateUser(trx, contact.user_id, { updated_at: deps.clock.now() })
    if (!user) throw new ApiError('resource_not_found')
    await proof.consume(trx)
    if (contact.verified_at === null)
      await verifyContact(deps, trx, { user, contact, strategy: contacts[contact.kind].strategy })
  })

// A verification of its own, so that it and one that the user began leave each other alone.
const ownerOf = ({ id, kind }: ContactRow) => ({
  owner: 'backend' as const,
  ownerId: id,
  strategy: contacts[kind].strategy,
})

async function readVerification(deps: Deps, contact: ContactRow): Promise<VerificationRow> {
  const row = await findVerification(deps.db, ownerOf(contact))
  if (row) return row
  throw new ApiError('verification_missing')
}
