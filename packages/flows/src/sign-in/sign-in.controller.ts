'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import { queryValue } from '../completion/query-value.ts'
import { useCompletion } from '../completion/use-completion.ts'
import { loaded, type SignInResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { passwordRules } from '../password/password-rules.ts'
import { usePasswordVerdict } from '../password/use-password-verdict.ts'
import { isAtSecond, signInActions } from './sign-in.actions.ts'
import {
  factorId,
  type SignInChoice,
  type SignInFactor,
  type SignInStep,
  type SignInStepName,
  signInStep,
} from './sign-in.machine.ts'
import type { SignInField, SignInFlowOptions, SignInFlowProps } from './sign-in.props.ts'

/**
 * Runs a sign-in from the identifier to the session: which step is on screen, what went wrong, what can be done.
 * An open sign-in goes on after a reload where it was. Talks to `/v1/client/sign_ins`.
 */
export function useSignInFlow(options: SignInFlowOptions = {}): SignInFlowProps {
  const { isLoaded, clerk, client, environment } = useKit()
  const attempt = client?.signIn ?? null
  const lastUsed = client?.lastAuthenticationStrategy ?? null
  const [chosen, setChoice] = useState<SignInChoice | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [sentFor, setSentFor] = useState<string | null>(null)
  // A sign-in that another tab begins later does not move this one on.
  if (isLoaded && !chosen) setChoice({ screen: attempt?.id ? 'auto' : 'start' })

  const choice = chosen ?? { screen: 'start' }
  const preferred = environment?.display_config.preferred_sign_in_strategy ?? 'password'
  const live = signInStep({ attempt, choice, preferred, lastUsed, sentFor })
  const action = useFlowAction(stepKey(live), stepFields[live.name])
  const step = useHeld(live, action.pending === 'submit')
  const [passwordVerdict, judged] = usePasswordVerdict()
  const completion = useCompletion({
    kind: 'sign-in',
    options,
    action,
    isComplete: live.name === 'complete',
    onComplete: () => setChoice({ screen: 'complete' }),
  })
  const signIn = () => loaded(clerk).signIn
  const { code, resend } = useCodeDelivery({
    key:
      live.factor && live.code !== 'none'
        ? `${attempt?.id} ${attempt?.status} ${factorId(live.factor)}`
        : null,
    state: live.code,
    renews: choice.screen === 'factor',
    expireAt: attempt && (expiryOf(attempt) ?? null),
    send: async () => {
      if (!live.factor) return
      await sendCode(signIn(), live.factor)
      setSentFor(factorId(live.factor))
    },
    action,
  })
  const go = (next: SignInChoice | null) => {
    if (action.pending === 'submit' || !next) return
    action.clear()
    setChoice(next)
  }

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${stepKey(step)} ${code.resentCount}`,
    focusTarget: focusTarget(step.name),
    step,
    code,
    lastUsed,
    hasPasswordField: environment?.user_settings.attributes.password.enabled ?? false,
    identifierKinds: identifierKinds(environment),
    defaultIdentifier: isLoaded ? (typed ?? attempt?.identifier ?? initialIdentifier(options)) : '',
    passwordRules: environment ? passwordRules(environment.user_settings.password_settings) : [],
    passwordVerdict,
    resend,
    ...signInActions({ ...completion, step, signIn, go, setChoice, onIdentifier: setTyped, judged }),
  }
}

function sendCode(open: SignInResourceLike, { strategy, emailAddressId, phoneNumberId }: SignInFactor) {
  if (isAtSecond(open)) return open.prepareSecondFactor({ strategy, phoneNumberId })
  return open.prepareFirstFactor({ strategy, emailAddressId, phoneNumberId })
}

const expiryOf = (attempt: SignInResourceLike) =>
  (isAtSecond(attempt) ? attempt.secondFactorVerification : attempt.firstFactorVerification)?.expireAt

// Sign-up hands a taken address over in the address bar.
function initialIdentifier({ initialValues }: SignInFlowOptions) {
  const { emailAddress, phoneNumber, username } = initialValues ?? {}
  const fromAddressBar = ['email_address', 'phone_number', 'username'].map(queryValue).find(Boolean)
  return emailAddress ?? phoneNumber ?? username ?? fromAddressBar ?? ''
}

const identifierKinds = (environment: EnvironmentJSON | undefined) =>
  Object.entries(environment?.user_settings.attributes ?? {}).flatMap(([kind, use]) =>
    use.enabled && use.used_for_first_factor ? [kind] : [],
  )

const stepFields: Record<SignInStepName, SignInField[]> = {
  start: ['identifier', 'password'],
  password: ['password'],
  code: ['code'],
  totp: ['code'],
  'backup-code': ['code'],
  methods: [],
  forgot: [],
  'reset-code': ['code'],
  'new-password': ['password'],
  unavailable: [],
  complete: [],
}

function focusTarget(name: SignInStepName): FocusTarget {
  const [field] = stepFields[name]
  return field ? { kind: 'field', name: field } : { kind: 'heading' }
}

const stepKey = ({ name, factor }: SignInStep) => `${name} ${factor ? factorId(factor) : ''}`
