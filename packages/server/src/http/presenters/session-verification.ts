import type { SessionVerificationJSON, SignInFactorJSON } from '@usher/protocol'
import { contactKinds } from '../../database/schema/contacts.ts'
import type { VerificationRow } from '../../database/schema/verifications.ts'
import type { Deps } from '../../deps.ts'
import { contacts } from '../../identifiers/contact.ts'
import { isPasswordCompromised } from '../../passwords/is-password-compromised.ts'
import { factorAgainOf } from '../../strategies/registry.ts'
import type { SessionVerification } from '../../usecases/session-verification.ts'
import { presentSession } from './session.ts'
import { factorsOf, secondFactors } from './sign-in.ts'
import { presentVerification } from './verification.ts'

/** A session's verification as its browser sees it. */
export async function presentSessionVerification(
  deps: Deps,
  { session, account, level, status, startedAt, codes }: SessionVerification,
  from: { origin: string | null; notBefore: number },
): Promise<SessionVerificationJSON> {
  const now = deps.clock.now()
  // A code that was used up, or grew too old, before this began is no part of it.
  const isOfThis = (code: VerificationRow) =>
    code.sent_at >= startedAt || (code.status === 'unverified' && code.expire_at > now)
  const verificationOf = (code: VerificationRow | undefined) =>
    code && isOfThis(code) ? presentVerification(null, code, now) : null
  return {
    object: 'session_verification',
    level,
    status,
    session: await presentSession(deps, { ...account, session }, from),
    supported_first_factors: firstFactors(deps, account),
    supported_second_factors: level === 'first_factor' ? null : secondFactorsAgain(deps, account),
    first_factor_verification: verificationOf(codes.first),
    second_factor_verification: verificationOf(codes.second),
  }
}

type Account = SessionVerification['account']

function firstFactors({ settings }: Deps, account: Account): SignInFactorJSON[] {
  const isOn = (strategy: string) => factorAgainOf('first', strategy)?.isEnabled(settings) ?? false
  const { user } = account
  const hasPassword = isOn('password') && user.password_digest !== null && !isPasswordCompromised(user)
  const kinds = contactKinds.filter((kind) => isOn(contacts[kind].strategy))
  return [
    ...passkeyFactor('first', settings, account),
    ...(hasPassword ? [{ strategy: 'password' }] : []),
    ...kinds.flatMap((kind) => factorsOf(kind, contacts[kind].strategy, account)),
  ]
}

const secondFactorsAgain = ({ settings }: Deps, account: Account): SignInFactorJSON[] => [
  ...secondFactors(settings, account),
  ...passkeyFactor('second', settings, account),
]

function passkeyFactor(
  factor: 'first' | 'second',
  settings: Deps['settings'],
  { user }: Account,
): SignInFactorJSON[] {
  const isOn = factorAgainOf(factor, 'passkey')?.isEnabled(settings) ?? false
  return isOn && user.passkey_count > 0 ? [{ strategy: 'passkey' }] : []
}
