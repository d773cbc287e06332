import type { SignInFactorJSON, SignInJSON } from '@usher/protocol'
import type { Strategy } from '@usher/protocol/strategies'
import { type ContactKind, contactKinds } from '../../database/schema/contacts.ts'
import type { Deps } from '../../deps.ts'
import { contacts } from '../../identifiers/contact.ts'
import { strategyHandlers } from '../../strategies/registry.ts'
import type { SignInView } from '../../usecases/client-view.ts'
import { imageOf } from './user.ts'
import { presentVerification } from './verification.ts'

/** A sign-in as its browser sees it. */
export function presentSignIn(deps: Deps, view: SignInView): SignInJSON {
  const { signIn, verifications } = view
  const now = deps.clock.now()
  const [code] = verifications
  const proved = signIn.first_factor_at === null ? null : provedBy(view)
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

function provedBy({ signIn, verifications }: SignInView) {
  const strategy = signIn.first_factor_strategy ?? ''
  const link = verifications.find((row) => row.strategy === strategy && row.redirect_url !== null)
  return { strategy, byClient: link ? link.verified_at_client : signIn.client_id }
}

const supportedIdentifiers = ({ emailAddress, phoneNumber, username }: Deps['settings']) => [
  ...(emailAddress.enabled && emailAddress.usedForFirstFactor ? ['email_address'] : []),
  ...(phoneNumber.enabled && phoneNumber.usedForFirstFactor ? ['phone_number'] : []),
  ...(username.enabled && username.usedForFirstFactor ? ['username'] : []),
]

function userData({ settings }: Deps, { account }: SignInView): SignInJSON['user_data'] {
  // With enumeration protection nothing may tell that the account exists (S15).
  if (!account || settings.enumerationProtection) return null
  const { user } = account
  const image = imageOf(user, account.contacts[0]?.value)
  const { first_name, last_name } = user
  return { first_name, last_name, image_url: image, has_image: false, profile_image_url: image }
}

function firstFactors(deps: Deps, { signIn, account }: SignInView): SignInFactorJSON[] {
  const { settings } = deps
  if (settings.enumerationProtection) return sameForEverybody(deps, signIn.identifier ?? '')
  const sentTo = (kind: ContactKind, strategy: Strategy): SignInFactorJSON[] => {
    if (!strategyHandlers[strategy].isEnabled(settings)) return []
    const isPrimary = (id: string) => id === account?.user[contacts[kind].primaryColumn]
    return (account?.contacts ?? [])
      .filter((row) => row.kind === kind && row.verified_at !== null)
      .map(({ id, value }) => ({
        strategy,
        safe_identifier: contacts[kind].mask(value),
        [`${kind}_id`]: id,
        primary: isPrimary(id),
        ...(kind === 'phone_number' ? { default: isPrimary(id), channels: ['sms'] } : {}),
      }))
  }
  const hasPassword = settings.password.enabled && account?.user.password_digest != null
  return [
    ...(hasPassword ? [{ strategy: 'password' }] : []),
    ...contactKinds.flatMap((kind) => sentTo(kind, contacts[kind].strategy)),
    ...sentTo('email_address', 'email_link'),
    ...contactKinds.flatMap((kind) => sentTo(kind, contacts[kind].resetStrategy)),
  ]
}

function sameForEverybody({ settings }: Deps, identifier: string): SignInFactorJSON[] {
  const password = settings.password.enabled ? [{ strategy: 'password' }] : []
  const kind = contactKinds.find((candidate) => contacts[candidate].normalize(identifier) !== null)
  if (!kind) return password
  const { strategy, resetStrategy, mask, normalize } = contacts[kind]
  const links: Strategy[] = kind === 'email_address' ? ['email_link'] : []
  const safe_identifier = mask(kind === 'phone_number' ? (normalize(identifier) ?? '') : identifier)
  const offered = [strategy, ...links, resetStrategy].filter((name) =>
    strategyHandlers[name].isEnabled(settings),
  )
  return [...password, ...offered.map((name) => ({ strategy: name, safe_identifier, primary: true }))]
}
