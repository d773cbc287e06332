import type { Strategy } from '@usher/protocol'

export type SignInFactor = {
  strategy: string
  safeIdentifier?: string | undefined
  emailAddressId?: string | undefined
  phoneNumberId?: string | undefined
  primary?: boolean | undefined
}

/** What the flow reads of a sign-in. */
export type SignInAttempt = {
  id?: string | null | undefined
  status: string | null
  identifier: string | null
  supportedFirstFactors: readonly SignInFactor[] | null
  supportedSecondFactors: readonly SignInFactor[] | null
  firstFactorVerification: { status: string | null; strategy: string | null } | null
  secondFactorVerification: { status: string | null; strategy: string | null } | null
  userData: {
    firstName?: string | null | undefined
    lastName?: string | null | undefined
    imageUrl?: string | undefined
    hasImage?: boolean | undefined
  } | null
}

/** What the person chose on screen; `auto` follows the attempt. */
export type SignInChoice =
  | { screen: 'auto' | 'start' | 'complete' }
  | { screen: 'factor' | 'methods' | 'forgot'; factor: SignInFactor }
  | { screen: 'sign-up'; newcomer: Newcomer | null }

/** What somebody without an account typed in, as a field of a sign-up. */
export type Newcomer = { [field in 'emailAddress' | 'phoneNumber' | 'username']?: string }

export type SignInStepName =
  | 'choose'
  | 'start'
  | 'password'
  | 'code'
  | 'email-link'
  | 'passkey'
  | 'totp'
  | 'backup-code'
  | 'methods'
  | 'forgot'
  | 'reset-code'
  | 'new-password'
  | 'unavailable'
  | 'sign-up'
  | 'complete'

/** Whom this attempt is for; shown as a chip on every step after the first. */
export type SignInIdentity = {
  identifier: string
  /** The address as the server lets it be shown, for "sent to …"; the identifier when there is none. */
  safeIdentifier: string
  name: string
  imageUrl: string | null
}

export type SignInMethod = {
  /** Names this method among the others of the attempt. */
  id: string
  strategy: string
  /** Where the code goes. */
  safeIdentifier: string | null
  isLastUsed: boolean
  factor: SignInFactor
}

export type SignInStep = {
  name: SignInStepName
  /** What the step asks for, or came from. */
  factor: SignInFactor | null
  identity: SignInIdentity | null
  /** The other ways to go on, best first. */
  methods: SignInMethod[]
  /** The factor that resets a forgotten password; null when this account or step has none. */
  resetFactor: SignInFactor | null
  /** Where the way back leads; null on the first step and the last. */
  back: SignInChoice | null
  /** The code or the link. `unsent`: none was ever sent for this factor. `dead`: the last one is too old or was guessed at too often. */
  code: 'none' | 'unsent' | 'sent' | 'dead'
  /** The password was right, and is not enough: the account was never used on this browser. */
  isNewDevice: boolean
  /** What a sign-up begins with, on the step `sign-up`; null when it goes on with the one that is open. */
  newcomer: Newcomer | null
}

export type SignInSituation = {
  attempt: SignInAttempt | null
  choice: SignInChoice
  /** The person is asked which account of this browser to go on with. */
  isChoosing?: boolean
  /** `preferredSignInStrategy` of the environment. */
  preferred: string
  lastUsed: string | null
  /** The id of the factor that the last code was sent for; null when a page before this one sent it. */
  sentFor?: string | null
}

/** Says which step a sign-in is at, and where one can go from it. Pure. */
export function signInStep(given: SignInSituation): SignInStep {
  const situation = asFirst(given)
  const { attempt, choice } = situation
  if (choice.screen === 'complete' || (attempt?.status === 'complete' && choice.screen !== 'start')) {
    return { ...nowhere, name: 'complete' }
  }
  if (choice.screen === 'sign-up')
    return { ...nowhere, name: 'sign-up', newcomer: choice.newcomer, back: { screen: 'start' } }
  if (situation.isChoosing) return { ...nowhere, name: 'choose' }
  if (!attempt?.id || choice.screen === 'start' || isClosed(attempt)) return { ...nowhere, name: 'start' }
  const factor = 'factor' in choice ? choice.factor : currentFactor(situation, attempt)
  if (attempt.status !== 'needs_first_factor' || !factor) {
    const name = attempt.status === 'needs_new_password' ? 'new-password' : 'unavailable'
    return { ...nowhere, name, identity: identityOf(attempt, null), back: { screen: 'start' } }
  }
  const methods = methodsOf(situation)
  const name = choice.screen === 'methods' || choice.screen === 'forgot' ? choice.screen : stepOf(factor)
  return {
    ...nowhere,
    name,
    factor,
    identity: identityOf(attempt, factor),
    methods: methods.filter((method) => method.id !== factorId(factor)),
    resetFactor: name === 'password' || name === 'forgot' ? resetFactorOf(attempt) : null,
    back: backFrom(name, factor, methods),
    code: codeOf(name, factor, situation),
    isNewDevice: given.attempt?.status === 'needs_client_trust',
  }
}

// The second step, and what a strange browser is asked for, goes as the first one does, with factors of its own in the
// order of the server.
function asFirst({ attempt, ...given }: SignInSituation): SignInSituation {
  if (attempt?.status !== 'needs_second_factor' && attempt?.status !== 'needs_client_trust')
    return { attempt, ...given }
  const { supportedSecondFactors, secondFactorVerification } = attempt
  return {
    ...given,
    preferred: 'second',
    lastUsed: null,
    attempt: {
      ...attempt,
      status: 'needs_first_factor',
      supportedFirstFactors: supportedSecondFactors,
      firstFactorVerification: secondFactorVerification,
    },
  }
}

/** Names a factor among those of one attempt. */
export const factorId = (factor: SignInFactor) =>
  `${factor.strategy}:${factor.emailAddressId ?? factor.phoneNumberId ?? ''}`

const nowhere: Omit<SignInStep, 'name'> = {
  factor: null,
  identity: null,
  methods: [],
  resetFactor: null,
  back: null,
  code: 'none',
  newcomer: null,
  isNewDevice: false,
}

const steps: Record<string, SignInStepName | undefined> = {
  password: 'password',
  email_code: 'code',
  email_link: 'email-link',
  phone_code: 'code',
  passkey: 'passkey',
  reset_password_email_code: 'reset-code',
  reset_password_phone_code: 'reset-code',
  totp: 'totp',
  backup_code: 'backup-code',
} satisfies Record<Strategy, SignInStepName>

const orders: Record<string, string[]> = {
  otp: ['email_link', 'email_code', 'phone_code', 'passkey', 'password'],
  second: [],
}
// Nobody is sent to the passkey who came for something else.
const passwordFirst = ['password', 'email_link', 'email_code', 'phone_code', 'passkey']

const stepOf = (factor: SignInFactor): SignInStepName => steps[factor.strategy] ?? 'unavailable'

const isReset = (factor: SignInFactor) => stepOf(factor) === 'reset-code'

const isClosed = ({ status, firstFactorVerification }: SignInAttempt) =>
  status === 'needs_identifier' ||
  status === 'abandoned' ||
  firstFactorVerification?.status === 'transferable'

const isUsable = (factor: SignInFactor) => !isReset(factor) && stepOf(factor) !== 'unavailable'

// The one to what was typed in comes first: whoever signs in by phone has the phone at hand.
function resetFactorOf({ supportedFirstFactors, identifier }: SignInAttempt): SignInFactor | null {
  const resets = supportedFirstFactors?.filter(isReset) ?? []
  return resets.find((factor) => isFor(factor, identifier)) ?? resets[0] ?? null
}

function methodsOf({ attempt, preferred, lastUsed }: SignInSituation): SignInMethod[] {
  const order = orders[preferred] ?? passwordFirst
  const rank = ({ strategy }: SignInMethod) => (strategy === lastUsed ? -1 : order.indexOf(strategy))
  return (
    sortedFactors(attempt, order)
      .map((factor) => ({
        id: factorId(factor),
        strategy: factor.strategy,
        safeIdentifier: factor.safeIdentifier ?? null,
        isLastUsed: false,
        factor,
      }))
      .sort((one, other) => rank(one) - rank(other))
      // The server remembers the strategy, not the address: of several only the first can be meant.
      .map((method, index) => ({ ...method, isLastUsed: index === 0 && method.strategy === lastUsed }))
  )
}

function sortedFactors(attempt: SignInAttempt | null, order: string[]) {
  const factors = (attempt?.supportedFirstFactors ?? []).filter(isUsable)
  const isOwn = (factor: SignInFactor) => isFor(factor, attempt?.identifier)
  const hasOwn = factors.some((factor) => factor.safeIdentifier && isOwn(factor))
  // A code goes to what was typed in before it goes to anything else of the account.
  const rank = (factor: SignInFactor) =>
    (factor.safeIdentifier && hasOwn && !isOwn(factor) ? 100 : 0) +
    order.indexOf(factor.strategy) * 2 +
    (factor.primary ? 0 : 1)
  return factors.sort((one, other) => rank(one) - rank(other))
}

// The server masks addresses: `a****@example.com`.
function isFor({ safeIdentifier = '' }: SignInFactor, identifier: string | null = '') {
  const [head = '', tail = ''] = safeIdentifier.split(/\*+/)
  return identifier?.startsWith(head) && identifier.endsWith(tail)
}

// A code that is already on its way wins over the preferred method, so that a reload asks for that code.
function currentFactor({ preferred }: SignInSituation, attempt: SignInAttempt) {
  const factors = sortedFactors(attempt, orders[preferred] ?? passwordFirst)
  const begun = attempt.firstFactorVerification?.strategy
  // A passkey that was refused is no reason to ask for it again.
  const isBegun = ({ strategy }: SignInFactor) => strategy === begun && strategy !== 'passkey'
  return (
    factors.find(isBegun) ??
    attempt.supportedFirstFactors?.find((factor) => factor.strategy === begun && isReset(factor)) ??
    factors[0] ??
    null
  )
}

function identityOf(attempt: SignInAttempt, factor: SignInFactor | null): SignInIdentity {
  const { userData } = attempt
  const identifier = attempt.identifier ?? factor?.safeIdentifier ?? ''
  return {
    identifier,
    safeIdentifier: factor?.safeIdentifier ?? identifier,
    name: [userData?.firstName, userData?.lastName].filter(Boolean).join(' '),
    imageUrl: (userData?.hasImage && userData.imageUrl) || null,
  }
}

function backFrom(name: SignInStepName, factor: SignInFactor, methods: SignInMethod[]): SignInChoice {
  if (name === 'methods' || name === 'forgot') return { screen: 'factor', factor }
  if (name !== 'reset-code') return { screen: 'start' }
  const password = methods.find((method) => method.strategy === 'password')
  return password ? { screen: 'forgot', factor: password.factor } : { screen: 'start' }
}

function codeOf(
  name: SignInStepName,
  factor: SignInFactor,
  { attempt, sentFor }: SignInSituation,
): SignInStep['code'] {
  if (name !== 'code' && name !== 'reset-code' && name !== 'email-link') return 'none'
  const verification = attempt?.firstFactorVerification
  const isOther = sentFor && sentFor !== factorId(factor)
  if (verification?.strategy !== factor.strategy || isOther) return 'unsent'
  return verification.status === 'unverified' ? 'sent' : 'dead'
}
