import type { SignInFactorJSON, SignInJSON } from '@usher/protocol'
import type { Deps } from '../../deps.ts'
import { maskEmailAddress } from '../../identifiers/email-address.ts'
import type { SignInView } from '../../usecases/client-view.ts'
import { imageOf } from './user.ts'
import { presentVerification } from './verification.ts'

/** A sign-in as its browser sees it. */
export function presentSignIn(deps: Deps, view: SignInView): SignInJSON {
  const { signIn, verifications } = view
  const now = deps.clock.now()
  const [code] = verifications
  const proved =
    signIn.first_factor_at === null
      ? null
      : {
          at: signIn.first_factor_at,
          strategy: signIn.first_factor_strategy ?? '',
          byClient: signIn.client_id,
        }
  const isAbandoned = signIn.status !== 'complete' && signIn.abandon_at <= now
  return {
    object: 'sign_in_attempt',
    id: signIn.id,
    status: isAbandoned ? 'abandoned' : signIn.status,
    supported_identifiers: supportedIdentifiers(deps.settings),
    supported_first_factors: signIn.identifier === null ? null : firstFactors(deps, view),
    supported_second_factors: null,
    first_factor_verification: proved || code ? presentVerification(proved, code, now) : null,
    second_factor_verification: null,
    identifier: signIn.identifier,
    user_data: userData(deps, view),
    created_session_id: signIn.created_session_id,
    abandon_at: signIn.abandon_at,
  }
}

const supportedIdentifiers = ({ emailAddress, username }: Deps['settings']) => [
  ...(emailAddress.enabled && emailAddress.usedForFirstFactor ? ['email_address'] : []),
  ...(username.enabled && username.usedForFirstFactor ? ['username'] : []),
]

function userData({ settings }: Deps, { account }: SignInView): SignInJSON['user_data'] {
  // With enumeration protection nothing may tell that the account exists (S15).
  if (!account || settings.enumerationProtection) return null
  const { user, emailAddresses } = account
  const image = imageOf(user, emailAddresses[0]?.value)
  const { first_name, last_name } = user
  return { first_name, last_name, image_url: image, has_image: false, profile_image_url: image }
}

function firstFactors(deps: Deps, { signIn, account }: SignInView): SignInFactorJSON[] {
  const { settings } = deps
  if (settings.enumerationProtection) return sameForEverybody(deps, signIn.identifier ?? '')
  const verified = account?.emailAddresses.filter((row) => row.verified_at !== null) ?? []
  const byEmail = (strategy: string): SignInFactorJSON[] =>
    verified.map((row) => ({
      strategy,
      safe_identifier: maskEmailAddress(row.value),
      email_address_id: row.id,
      primary: row.id === account?.user.primary_email_address_id,
    }))
  const hasPassword = settings.password.enabled && account?.user.password_digest != null
  return [
    ...(hasPassword ? [{ strategy: 'password' }] : []),
    ...(settings.emailCodeSignIn ? byEmail('email_code') : []),
    ...(settings.password.enabled ? byEmail('reset_password_email_code') : []),
  ]
}

function sameForEverybody({ settings }: Deps, identifier: string): SignInFactorJSON[] {
  if (settings.password.enabled && !identifier.includes('@')) return [{ strategy: 'password' }]
  const safe_identifier = maskEmailAddress(identifier)
  return [
    ...(settings.password.enabled ? [{ strategy: 'password' }] : []),
    ...(settings.emailCodeSignIn ? [{ strategy: 'email_code', safe_identifier, primary: true }] : []),
    ...(settings.password.enabled
      ? [{ strategy: 'reset_password_email_code', safe_identifier, primary: true }]
      : []),
  ]
}
