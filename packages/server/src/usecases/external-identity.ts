import type { Updateable } from 'kysely'
import type {
  ExternalAccountRow,
  ExternalAccountTable,
  OAuthFlowRow,
} from '../database/schema/external-accounts.ts'
import type { UserRow } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'
import type { Deps } from '../deps.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import type { Identified } from '../oauth/identify.ts'
import type { Identity } from '../oauth/provider.ts'
import {
  deleteUnclaimedContacts,
  insertContact,
  isContactClaimed,
  listContacts,
} from '../stores/contact-store.ts'
import {
  findExternalAccountBySubject,
  insertExternalAccount,
  updateExternalAccount,
} from '../stores/external-account-store.ts'
import { findUser, findUserByContact } from '../stores/user-store.ts'
import { createId } from '../tokens/id.ts'
import type { Caller } from './caller.ts'
import { newContact } from './new-contact.ts'
import { isWelcome } from './refuse-unwelcome.ts'
import { verifyContact } from './verify-contact.ts'
import { writeAudit } from './write-audit.ts'

const kind = 'email_address'

/** The address of an identity in normal form; null when the provider gives none that can be one. */
export const addressOf = ({ email }: Identity): string | null =>
  email === null ? null : normalizeEmailAddress(email)

/** Who was kept with a way to a provider. */
export async function openIdentity(
  { vault }: Deps,
  { identity_sealed: sealed }: OAuthFlowRow,
): Promise<Identified | null> {
  return sealed === null ? null : JSON.parse(await vault.decrypt(sealed))
}

/**
 * The user behind an identity: who has connected this very account (S43), else who has proved to own an address that the
 * provider has proved too. An address that one side did not prove says nothing (S40).
 */
export async function findOwner(
  deps: Deps,
  strategy: string,
  identity: Identity,
): Promise<UserRow | undefined> {
  const account = await findExternalAccountBySubject(deps.db, strategy, identity.subject)
  if (account) return findUser(deps.db, account.user_id)
  const norm = identity.emailVerified ? addressOf(identity) : null
  const user = norm === null ? undefined : await findUserByContact(deps.db, norm)
  if (!user) return undefined
  const own = await listContacts(deps.db, [user.id])
  return own.some((row) => row.value_norm === norm && row.verified_at !== null) ? user : undefined
}

/** What is kept of an account at a provider. */
export async function accountColumns(
  { vault, clock }: Deps,
  { identity, tokens }: Identified,
): Promise<Updateable<ExternalAccountTable> & { email_verified: number; approved_scopes: string }> {
  return {
    provider_user_id: identity.subject,
    email_address: identity.email,
    email_verified: identity.emailVerified ? 1 : 0,
    first_name: identity.firstName,
    last_name: identity.lastName,
    username: identity.username,
    image_url: identity.imageUrl,
    approved_scopes: tokens.scopes.join(' '),
    tokens_sealed: await vault.encrypt(JSON.stringify(tokens)),
    error_code: null,
    updated_at: clock.now(),
  }
}

/** Connects the account at a provider with a user, or brings the one that is connected up to date. */
export async function saveAccount(
  deps: Deps,
  trx: Connection,
  { userId, strategy, identified }: { userId: string; strategy: string; identified: Identified },
): Promise<ExternalAccountRow> {
  const now = deps.clock.now()
  const known = await findExternalAccountBySubject(trx, strategy, identified.identity.subject)
  const columns = await accountColumns(deps, identified)
  // Without a new one, as at every sign-in but the first, the refresh token that is kept goes on.
  if (known) {
    const updated = await updateExternalAccount(trx, known.id, await keepRefreshToken(deps, known, columns))
    return updated ?? known
  }
  await writeAudit(deps, trx, { event: 'external_account_added', userId })
  return insertExternalAccount(trx, {
    id: createId(deps.random, 'eac'),
    user_id: userId,
    provider: strategy,
    verified_at: now,
    created_at: now,
    ...columns,
    updated_at: now,
  })
}

/** The new tokens of an account, with the refresh token from before where they bring none. */
export async function keepRefreshToken<Columns extends Updateable<ExternalAccountTable>>(
  { vault }: Deps,
  { tokens_sealed: before }: ExternalAccountRow,
  columns: Columns,
): Promise<Columns> {
  const { tokens_sealed: after } = columns
  if (typeof after !== 'string' || before === null) return columns
  const [old, fresh] = [await vault.decrypt(before), await vault.decrypt(after)].map((text) =>
    JSON.parse(text),
  )
  if (fresh.refreshToken !== null || old.refreshToken === null) return columns
  const merged = JSON.stringify({ ...fresh, refreshToken: old.refreshToken })
  return { ...columns, tokens_sealed: await vault.encrypt(merged) }
}

/** Gives somebody who is signed in the address that the provider has proved, unless somebody else has it. */
export async function claimAddress(
  deps: Deps,
  trx: Connection,
  {
    user,
    caller,
    strategy,
    identity,
  }: { user: UserRow; caller: Caller; strategy: string; identity: Identity },
): Promise<void> {
  const norm = identity.emailVerified && deps.settings.emailAddress.enabled ? addressOf(identity) : null
  if (norm === null || identity.email === null) return
  const own = (await listContacts(trx, [user.id])).find((row) => row.value_norm === norm)
  if (own?.verified_at != null || (!own && (await isContactClaimed(trx, norm)))) return
  if (own?.claimed === 0 && (await isContactClaimed(trx, norm))) return
  if (!own && !(await isWelcome(deps, trx, { kind, norm }))) return
  const given = { kind, userId: user.id, value: identity.email, norm, createdAt: deps.clock.now() } as const
  const contact = own ?? (await insertContact(trx, newContact(deps, { ...given, status: 'unverified' })))
  await verifyContact(deps, trx, { user, contact, strategy: `from_${strategy}`, caller })
  await deleteUnclaimedContacts(trx, norm, user.id)
}
