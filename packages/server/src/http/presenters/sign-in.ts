import type { SignInFactorJSON, SignInJSON } from '@usher/protocol'
import type { FirstFactorStrategy } from '@usher/protocol/strategies'
import { type ContactKind, contactKinds } from '../../database/schema/contacts.ts'
import type { SignInRow } from '../../database/schema/sign-ins.ts'
import type { Deps } from '../../deps.ts'
import { contacts } from '../../identifiers/contact.ts'
import { provesFirst, secondFactorsOf } from '../../second-factors/second-factors.ts'
import { isOfNewcomer, isTransferable, newcomerKind } from '../../strategies/newcomer.ts'
import { firstFactors as handlers, trustFactorOf } from '../../strategies/registry.ts'
import type { SignInView } from '../../usecases/client-view.ts'
import { presentImageOf } from './image.ts'
import { presentFlow } from './oauth.ts'
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
    supported_second_factors: signIn.first_factor_at === null ? null : nextFactors(deps, view),
    first_factor_verification:
      view.flow && !proved
        ? presentFlow(view.flow, now)
        : firstFactor(signIn, proved || code ? presentVerification(proved, code, now) : null),
    second_factor_verification: secondVerification(view, now),
    identifier: signIn.identifier,
    user_data: userData(deps, view),
    created_session_id: signIn.created_session_id,
    abandon_at: signIn.abandon_at,
    client_trust_state: clientTrustState(signIn),
  }
}

const firstFactor = (signIn: SignInRow, verification: SignInJSON['first_factor_verification']) =>
  verification && isTransferable(signIn) ? { ...verification, status: 'transferable' as const } : verification

function provedBy({ signIn, verifications }: SignInView) {
  const strategy = signIn.first_factor_strategy ?? ''
  const link = verifications.find((row) => row.strategy === strategy && row.redirect_url !== null)
  return { strategy, byClient: link ? link.verified_at_client : signIn.client_id }
}

function clientTrustState({ status, identifier }: SignInRow): SignInJSON['client_trust_state'] {
  if (status === 'needs_client_trust') return 'new'
  return identifier === null ? 'pending' : null
}

const supportedIdentifiers = ({ emailAddress, phoneNumber, username, passkey }: Deps['settings']) => [
  ...(emailAddress.enabled && emailAddress.usedForFirstFactor ? ['email_address'] : []),
  ...(phoneNumber.enabled && phoneNumber.usedForFirstFactor ? ['phone_number'] : []),
  ...(username.enabled && username.usedForFirstFactor ? ['username'] : []),
  ...(passkey.enabled ? ['passkey'] : []),
]

function userData(deps: Deps, { account }: SignInView): SignInJSON['user_data'] {
  // With enumeration protection nothing may tell that the account exists (S15).
  if (!account || deps.settings.enumerationProtection) return null
  const { user } = account
  const { first_name, last_name } = user
  return { first_name, last_name, ...presentImageOf(deps, user, account.contacts[0]?.value) }
}

function firstFactors(deps: Deps, { signIn, account }: SignInView): SignInFactorJSON[] {
  const { settings } = deps
  if (settings.enumerationProtection) return sameForEverybody(deps, signIn.identifier ?? '')
  if (isOfNewcomer({ signIn, account })) return forNewcomer(deps, signIn.identifier ?? '')
  const sentTo = (kind: ContactKind, strategy: FirstFactorStrategy): SignInFactorJSON[] =>
    account && handlers[strategy].isEnabled(settings) ? factorsOf(kind, strategy, account) : []
  const hasPassword = settings.password.enabled && account?.user.password_digest != null
  const accounts = account?.externalAccounts.filter(({ row }) => row.verified_at !== null) ?? []
  const hasPasskey = settings.passkey.enabled && account !== null && account.user.passkey_count > 0
  return [
    ...(hasPasskey ? [{ strategy: 'passkey' }] : []),
    ...(hasPassword ? [{ strategy: 'password' }] : []),
    ...contactKinds.flatMap((kind) => sentTo(kind, contacts[kind].strategy)),
    ...sentTo('email_address', 'email_link'),
    ...[...new Set(accounts.map(({ row }) => row.provider))].map((strategy) => ({ strategy })),
    ...contactKinds.flatMap((kind) => sentTo(kind, contacts[kind].resetStrategy)),
  ]
}

/** What a code or a link may be sent to. */
export function factorsOf(
  kind: ContactKind,
  strategy: string,
  { user, contacts: own }: NonNullable<SignInView['account']>,
): SignInFactorJSON[] {
  const isPrimary = (id: string) => id === user[contacts[kind].primaryColumn]
  return own
    .filter((row) => row.kind === kind && provesFirst(row))
    .map(({ id, value }) => ({
      strategy,
      safe_identifier: contacts[kind].mask(value),
      [`${kind}_id`]: id,
      primary: isPrimary(id),
      ...(kind === 'phone_number' ? { default: isPrimary(id), channels: ['sms'] } : {}),
    }))
}

function forNewcomer(deps: Deps, identifier: string): SignInFactorJSON[] {
  const kind = newcomerKind(deps, identifier)
  return kind ? [factorOf(deps, kind, contacts[kind].strategy, identifier)] : []
}

function sameForEverybody(deps: Deps, identifier: string): SignInFactorJSON[] {
  const { settings } = deps
  const always = (['passkey', 'password'] as const)
    .filter((strategy) => handlers[strategy].isEnabled(settings))
    .map((strategy) => ({ strategy }))
  const kind = contactKinds.find((candidate) => contacts[candidate].normalize(identifier, settings) !== null)
  if (!kind) return always
  const { strategy, resetStrategy } = contacts[kind]
  const links: FirstFactorStrategy[] = kind === 'email_address' ? ['email_link'] : []
  const offered = [strategy, ...links, resetStrategy].filter((name) => handlers[name].isEnabled(settings))
  return [...always, ...offered.map((name) => factorOf(deps, kind, name, identifier))]
}

function factorOf(
  { settings }: Deps,
  kind: ContactKind,
  strategy: FirstFactorStrategy,
  identifier: string,
): SignInFactorJSON {
  const { mask, normalize } = contacts[kind]
  const shown = kind === 'phone_number' ? (normalize(identifier, settings) ?? '') : identifier
  return { strategy, safe_identifier: mask(shown), primary: true }
}

/** What may come next; told to nobody before the first factor is proved. */
function nextFactors({ settings }: Deps, { signIn, account }: SignInView): SignInFactorJSON[] | null {
  if (!account) return null
  return signIn.status === 'needs_client_trust'
    ? trustFactors(settings, account)
    : secondFactors(settings, account)
}

/** The second factors of somebody, that of the last time first. */
export function secondFactors(
  settings: Deps['settings'],
  account: NonNullable<SignInView['account']>,
): SignInFactorJSON[] {
  const { hasTotp, numbers, hasBackupCodes } = secondFactorsOf(settings, account)
  const last = account.user.last_second_factor
  const byDefault = numbers.toSorted((a, b) => b.default_second_factor - a.default_second_factor)
  const byPhone = byDefault.map((row) => ({
    strategy: 'phone_code',
    safe_identifier: contacts.phone_number.mask(row.value),
    phone_number_id: row.id,
    default: row.default_second_factor === 1,
    channels: ['sms'],
  }))
  const factors: SignInFactorJSON[] = [...(hasTotp ? [{ strategy: 'totp' }] : []), ...byPhone]
  const isLast = ({ strategy, phone_number_id: id }: SignInFactorJSON) => last === (id ?? strategy)
  return [
    ...factors.filter(isLast),
    ...factors.filter((factor) => !isLast(factor)),
    ...(hasBackupCodes ? [{ strategy: 'backup_code' }] : []),
  ]
}

function trustFactors(settings: Deps['settings'], account: NonNullable<SignInView['account']>) {
  const byMail = ['email_code', 'email_link']
  // Where people sign in by links and not by codes, a link comes first here too.
  const strategies = [...(settings.emailCodeSignIn ? byMail : byMail.toReversed()), 'phone_code']
  return strategies.flatMap((strategy) =>
    trustFactorOf(strategy)?.isEnabled(settings)
      ? factorsOf(strategy === 'phone_code' ? 'phone_number' : 'email_address', strategy, account)
      : [],
  )
}

function secondVerification({ signIn, secondVerification: code }: SignInView, now: number) {
  const { second_factor_at: at, second_factor_strategy: strategy, client_id: byClient } = signIn
  if (at !== null) {
    const openedBy = strategy === 'email_link' ? (code?.verified_at_client ?? null) : byClient
    return presentVerification({ strategy: strategy ?? '', byClient: openedBy }, undefined, now)
  }
  return code ? presentVerification(null, code, now) : null
}
