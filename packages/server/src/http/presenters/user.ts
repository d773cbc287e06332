import type { BackendUserJSON, PublicUserDataJSON, UserJSON } from '@usher/protocol'
import type { ContactKind, ContactRow } from '../../database/schema/contacts.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'
import type { Deps } from '../../deps.ts'
import { normalizeEmailAddress } from '../../identifiers/email-address.ts'
import { isPasswordCompromised } from '../../passwords/is-password-compromised.ts'
import { secondFactorsOf } from '../../second-factors/second-factors.ts'
import type { UserView } from '../../usecases/client-view.ts'
import { secondsLocked } from '../../usecases/refuse-closed.ts'
import { presentEmailAddress } from './email-address.ts'
import { presentImageOf } from './image.ts'
import { presentExternalAccount } from './oauth.ts'
import { presentPasskey } from './passkey.ts'
import { presentPhoneNumber } from './phone-number.ts'

type PresentContact<Json> = (row: ContactRow, verifications: VerificationRow[], now: number) => Json

/** The user as a browser may see it. */
export function presentUser(deps: Deps, view: UserView, now: number): UserJSON {
  const { user, contacts } = view
  const present = <Json>(kind: ContactKind, presentOne: PresentContact<Json>) =>
    contacts.filter((row) => row.kind === kind).map((row) => presentOne(row, view.verifications, now))
  const { hasTotp, numbers, hasBackupCodes } = secondFactorsOf(deps.settings, view)
  return {
    object: 'user',
    id: user.id,
    external_id: user.external_id,
    username: user.username,
    first_name: user.first_name,
    last_name: user.last_name,
    locale: user.locale,
    ...presentImageOf(deps, user, primaryContact(view)?.value),
    primary_email_address_id: user.primary_email_address_id,
    primary_phone_number_id: user.primary_phone_number_id,
    primary_web3_wallet_id: null,
    password_enabled: user.password_digest !== null,
    password_last_updated_at: user.password_updated_at,
    two_factor_enabled: hasTotp || numbers.length > 0,
    totp_enabled: hasTotp,
    backup_code_enabled: hasBackupCodes,
    backup_codes_left: user.backup_codes_left,
    backup_codes_created_at: user.backup_codes_created_at,
    email_addresses: present('email_address', presentEmailAddress).map((address) => ({
      ...address,
      linked_to: linkedTo(view, address.id),
    })),
    phone_numbers: present('phone_number', presentPhoneNumber),
    web3_wallets: [],
    external_accounts: view.externalAccounts.map((account) => presentExternalAccount(account, now)),
    enterprise_accounts: [],
    saml_accounts: [],
    passkeys: view.passkeys.map(presentPasskey),
    organization_memberships: [],
    public_metadata: JSON.parse(user.public_metadata),
    unsafe_metadata: JSON.parse(user.unsafe_metadata),
    mfa_enabled_at: user.mfa_enabled_at,
    mfa_disabled_at: user.mfa_disabled_at,
    banned: user.banned === 1,
    locked: secondsLocked(user, now) !== null,
    lockout_expires_in_seconds: secondsLocked(user, now),
    verification_attempts_remaining: Math.max(0, deps.settings.lockAfter - user.failed_attempts),
    delete_self_enabled: deps.settings.deleteSelf && user.delete_self_enabled === 1,
    create_organization_enabled: false,
    create_organizations_limit: null,
    legal_accepted_at: user.legal_accepted_at,
    last_sign_in_at: user.last_sign_in_at,
    last_active_at: user.last_active_at,
    created_at: user.created_at,
    updated_at: user.updated_at,
  }
}

/** The accounts at providers that have the same address, proved on both sides. */
function linkedTo({ contacts, externalAccounts }: UserView, id: string) {
  const contact = contacts.find((row) => row.id === id)
  if (contact?.verified_at == null) return []
  return externalAccounts
    .filter(
      ({ row }) =>
        row.email_verified === 1 && normalizeEmailAddress(row.email_address ?? '') === contact.value_norm,
    )
    .map(({ row }) => ({ type: row.provider, id: row.id }))
}

/** The user as a backend with the secret key sees it. */
export const presentBackendUser = (deps: Deps, view: UserView, now: number): BackendUserJSON => ({
  ...presentUser(deps, view, now),
  delete_self_enabled: view.user.delete_self_enabled === 1,
  create_organization_enabled: view.user.create_organization_enabled === 1,
  create_organizations_limit: view.user.create_organizations_limit,
  bypass_client_trust: view.user.bypass_client_trust === 1,
  requires_password_reset: isPasswordCompromised(view.user),
  private_metadata: JSON.parse(view.user.private_metadata),
  deprovisioned: false,
  timezone: null,
})

/** The few facts of a user that a session repeats. */
export function presentPublicUserData(deps: Deps, view: UserView): PublicUserDataJSON {
  const { user } = view
  const primary = primaryContact(view)
  return {
    first_name: user.first_name,
    last_name: user.last_name,
    identifier: primary?.value ?? user.username ?? user.id,
    user_id: user.id,
    username: user.username,
    ...presentImageOf(deps, user, primary?.value),
  }
}

/** What somebody is told apart by: the primary address, else a number or whatever there is. */
function primaryContact({ user, contacts }: Pick<UserView, 'user' | 'contacts'>): ContactRow | undefined {
  const chosen = [user.primary_email_address_id, user.primary_phone_number_id]
  return chosen.flatMap((id) => contacts.find((row) => row.id === id) ?? [])[0] ?? contacts[0]
}
