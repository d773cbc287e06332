import type { SignInAttempt, SignInChoice, SignInFactor, SignInMethod } from '../sign-in/sign-in.machine.ts'
import { signInStep } from '../sign-in/sign-in.machine.ts'

/** What the flow reads of the verification of a session. */
export type ReverificationAttempt = Pick<
  SignInAttempt,
  'supportedFirstFactors' | 'supportedSecondFactors' | 'firstFactorVerification' | 'secondFactorVerification'
> & { status: 'needs_first_factor' | 'needs_second_factor' | 'complete' }

export type ReverificationStepName =
  | 'loading'
  | 'password'
  | 'code'
  | 'totp'
  | 'backup-code'
  | 'passkey'
  | 'methods'
  | 'unavailable'
  | 'complete'

export type ReverificationStep = {
  name: ReverificationStepName
  /** It is the second factor that is asked for. */
  isSecond: boolean
  /** What the step asks for, or came from. */
  factor: SignInFactor | null
  /** The other ways to go on, best first. */
  methods: SignInMethod[]
  /** Where the way back leads; null where there is none. */
  back: SignInChoice | null
  code: 'none' | 'unsent' | 'sent' | 'dead'
}

export type ReverificationSituation = {
  /** Null until the server has begun it. */
  attempt: ReverificationAttempt | null
  choice: SignInChoice
  /** `preferredSignInStrategy` of the environment. */
  preferred: string
  sentFor: string | null
}

/** Says what is asked for next: the same steps as in a sign-in of somebody who is known already. Pure. */
export function reverificationStep(situation: ReverificationSituation): ReverificationStep {
  const { attempt } = situation
  if (!attempt)
    return { name: 'loading', isSecond: false, factor: null, methods: [], back: null, code: 'none' }
  const known = { ...attempt, id: 'session', identifier: null, userData: null }
  const { name, factor, methods, back, code } = signInStep({ ...situation, attempt: known, lastUsed: null })
  return {
    name: isStep(name) ? name : 'unavailable',
    isSecond: attempt.status === 'needs_second_factor',
    factor,
    methods,
    back: name === 'methods' ? back : null,
    code,
  }
}

const names: string[] = ['password', 'code', 'totp', 'backup-code', 'passkey', 'methods', 'complete']

const isStep = (name: string): name is ReverificationStepName => names.includes(name)
