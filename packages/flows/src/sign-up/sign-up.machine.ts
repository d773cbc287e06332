export type SignUpFieldName =
  | 'firstName'
  | 'lastName'
  | 'username'
  | 'emailAddress'
  | 'phoneNumber'
  | 'password'
  | 'legalAccepted'

export type SignUpField = { name: SignUpFieldName; isRequired: boolean }

type SignUpVerification = {
  status: string | null
  strategy?: string | null
  nextAction?: string | null
  supportedStrategies?: readonly string[]
  expireAt?: Date | null
}

/** What the flow reads of a sign-up. */
export type SignUpAttempt = {
  id?: string | null | undefined
  status: string | null
  missingFields: readonly string[]
  unverifiedFields: readonly string[]
  emailAddress: string | null
  phoneNumber?: string | null
  firstName?: string | null
  lastName?: string | null
  username?: string | null
  hasPassword?: boolean
  verifications: {
    emailAddress: SignUpVerification | null
    phoneNumber?: SignUpVerification | null
    /** The way to a provider. */
    externalAccount?: { status: string | null } | null
  }
}

/** What the person chose on screen; `auto` follows the attempt. */
export type SignUpChoice = {
  screen: 'auto' | 'start' | 'complete'
  /** The first step shows an open sign-up again, to change it. */
  isChange?: boolean
  /** How the address shall be verified. */
  strategy?: string
}

export type SignUpStepName =
  | 'start'
  | 'verify-email'
  | 'email-link'
  | 'verify-phone'
  | 'continue'
  | 'restricted'
  | 'unavailable'
  | 'complete'

export type SignUpStep = {
  name: SignUpStepName
  emailAddress: string | null
  /** The address or the number that is being verified. */
  identifier: string | null
  /** The other way to verify the address; null when there is none. */
  otherStrategy: string | null
  /** The code or the link. `unsent`: none was ever sent. `dead`: the last one is too old or was guessed at too often. */
  code: 'none' | 'unsent' | 'sent' | 'dead'
}

/** The part of `userSettings.attributes` that decides about the fields of a sign-up. */
export type SignUpAttributes = Partial<Record<string, { enabled: boolean; required: boolean }>>

/** Says which step a sign-up is at. Pure. */
export function signUpStep(situation: {
  attempt: SignUpAttempt | null
  choice: SignUpChoice
  /** `userSettings.signUp.mode` of the environment. */
  mode: string
}): SignUpStep {
  const { attempt, choice, mode } = situation
  const at = (name: SignUpStepName): SignUpStep => ({
    name,
    emailAddress: attempt?.emailAddress ?? null,
    identifier: null,
    otherStrategy: null,
    code: 'none',
  })
  if (choice.screen === 'complete' || (attempt?.status === 'complete' && choice.screen !== 'start')) {
    return at('complete')
  }
  const start = at(mode === 'public' ? 'start' : 'restricted')
  // One that is open was let in.
  if (choice.screen === 'start' || !attempt?.id || attempt.status !== 'missing_requirements') return start
  // Begun at a provider that has not said who it is.
  const external = attempt.verifications.externalAccount?.status ?? 'verified'
  if (external !== 'verified') return start
  if (attempt.unverifiedFields.includes('email_address'))
    return { ...at('verify-email'), identifier: attempt.emailAddress, ...verifyEmail(attempt, choice) }
  if (attempt.unverifiedFields.includes('phone_number'))
    return {
      ...at('verify-phone'),
      identifier: attempt.phoneNumber ?? null,
      code: codeOf(attempt.verifications.phoneNumber),
    }
  return attempt.missingFields.every((field) => fieldNames[field]) ? at('continue') : at('unavailable')
}

/** The fields that a step asks for, in the order in which they are shown. Pure. */
export function signUpFields(
  { name }: SignUpStep,
  situation: {
    attempt: SignUpAttempt | null
    /** `userSettings.attributes` of the environment. */
    attributes: SignUpAttributes
    showOptionalFields: boolean
    /** `userSettings.signUp.legal_consent_enabled` of the environment. */
    asksConsent?: boolean
  },
): SignUpField[] {
  const { attempt, showOptionalFields, asksConsent = false } = situation
  const attributes: SignUpAttributes = {
    ...situation.attributes,
    legal_accepted: { enabled: asksConsent, required: asksConsent },
  }
  return Object.entries(fieldNames).flatMap(([attribute, field]): SignUpField[] => {
    const { enabled = false, required = false } = attributes[attribute] ?? {}
    const isMissing = attempt?.missingFields.includes(attribute) ?? false
    const isAsked = name === 'start' ? enabled && (required || showOptionalFields) : isMissing
    if (!field || !isAsked || (name !== 'start' && name !== 'continue')) return []
    return [{ name: field, isRequired: required || name === 'continue' }]
  })
}

const fieldNames: Record<string, SignUpFieldName | undefined> = {
  first_name: 'firstName',
  last_name: 'lastName',
  username: 'username',
  email_address: 'emailAddress',
  phone_number: 'phoneNumber',
  password: 'password',
  legal_accepted: 'legalAccepted',
}

// What is under way goes on after a reload, unless somebody chose the other way.
function verifyEmail(
  { verifications: { emailAddress: verification } }: SignUpAttempt,
  choice: SignUpChoice,
): Pick<SignUpStep, 'name' | 'otherStrategy' | 'code'> {
  const supported = verification?.supportedStrategies ?? []
  const wanted = [choice.strategy, verification?.strategy].find((name) => name && supported.includes(name))
  const strategy = wanted ?? supported[0] ?? 'email_code'
  const isUnderWay = !verification?.strategy || verification.strategy === strategy
  return {
    name: strategy === 'email_link' ? 'email-link' : 'verify-email',
    otherStrategy: supported.find((name) => name !== strategy) ?? null,
    code: isUnderWay ? codeOf(verification) : 'unsent',
  }
}

function codeOf(verification: SignUpVerification | null | undefined): SignUpStep['code'] {
  if (!verification || verification.nextAction === 'needs_prepare') return 'unsent'
  return verification.status === 'unverified' ? 'sent' : 'dead'
}
