import type { InstanceSettings } from '@usher/protocol'
import type { ContactRow } from '../database/schema/contacts.ts'
import type { ExternalAccountRow } from '../database/schema/external-accounts.ts'
import type { UserRow } from '../database/schema/users.ts'
import { contacts as kinds } from '../identifiers/contact.ts'
import { providerOf } from '../oauth/registry.ts'
import { provesFirst } from './second-factors.ts'

/**
 * Whether a person gets in with these addresses and numbers, or accounts of providers (S39). With a password, a username
 * is as good as one.
 */
export function canSignIn(
  settings: InstanceSettings,
  user: UserRow,
  contacts: ContactRow[],
  accounts: ExternalAccountRow[],
): boolean {
  const { username } = settings
  if (accounts.some((row) => row.verified_at !== null && providerOf(settings, row.provider))) return true
  const hasPassword = user.password_digest !== null
  if (user.username !== null && hasPassword && username.enabled && username.usedForFirstFactor) return true
  return contacts.some((row) => {
    const { enabled, usedForFirstFactor } = kinds[row.kind].settings(settings)
    if (!enabled || !usedForFirstFactor || row.claimed === 0) return false
    return hasPassword || (provesFirst(row) && kinds[row.kind].isCodeSignInOn(settings))
  })
}
