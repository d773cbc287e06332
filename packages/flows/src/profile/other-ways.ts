import type { EnvironmentJSON } from '@usher/protocol'
import type { UserResourceLike } from '../kit/kit.ts'

/** Whether somebody can sign in with a username and a password. */
export function canUseUsername(
  user: UserResourceLike | null,
  environment: EnvironmentJSON | undefined,
): boolean {
  const isUsed = environment?.user_settings.attributes.username.used_for_first_factor
  return Boolean(isUsed && user?.username && user.passwordEnabled)
}

/** Whether somebody can sign in with one of their verified addresses or numbers. */
export function canUseVerified(
  kind: 'email_address' | 'phone_number',
  list: readonly { verification: { status: string | null } | null }[] | undefined,
  environment: EnvironmentJSON | undefined,
): boolean {
  const isUsed = environment?.user_settings.attributes[kind].used_for_first_factor
  return Boolean(isUsed && list?.some(({ verification }) => verification?.status === 'verified'))
}
