'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import { queryValue } from '../completion/query-value.ts'
import { useCompletion } from '../completion/use-completion.ts'
import type { ClientResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { passwordRules } from '../password/password-rules.ts'
import { usePasswordVerdict } from '../password/use-password-verdict.ts'
import { browserAccounts } from '../sessions/browser-accounts.ts'
import { isChoosePage } from './choose-page.ts'
import { signInActions } from './sign-in.actions.ts'
import {
  factorId,
  type SignInChoice,
  type SignInStep,
  type SignInStepName,
  signInStep,
} from './sign-in.machine.ts'
import type { SignInField, SignInFlowOptions, SignInFlowProps } from './sign-in.props.ts'
import { usePasskeyOffer } from './use-passkey-offer.ts'
import { useSignInDelivery } from './use-sign-in-delivery.ts'

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
  if (isLoaded && !chosen) setChoice(firstChoice(client, options))

  const choice = chosen ?? { screen: 'start' }
  const areSecret = areNewcomersSecret(environment, options)
  const preferred = preferredStrategy(environment, areSecret)
  const accounts = accountsToChoose(environment, client)
  const isChoosing = accounts.length > 0
  const live = signInStep({ attempt, choice, isChoosing, preferred, lastUsed, sentFor })
  const action = useFlowAction(stepKey(live), stepFields[live.name])
  const step = useHeld(live, action.pending === 'submit')
  const [passwordVerdict, judged] = usePasswordVerdict()
  const completion = useCompletion({
    kind: 'sign-in',
    options,
    action,
    isComplete: live.name === 'complete' || live.name === 'sign-up',
    onComplete: () => setChoice({ screen: 'complete' }),
  })
  const { code, resend } = useSignInDelivery({
    step: live,
    renews: choice.screen === 'factor',
    onSent: setSentFor,
    action,
  })
  const go = (next: SignInChoice | null) => {
    if (action.pending === 'submit' || !next) return
    action.clear()
    setChoice(next)
  }

  const { offerPasskeys, ...actions } = signInActions({
    ...{ ...completion, clerk, environment, options, step, go, setChoice, judged },
    ...{ onIdentifier: setTyped, areNewcomersSecret: areSecret },
  })
  const isIdle = isLoaded && live.name === 'start' && !action.pending
  const hasPasskeyButton = usePasskeyOffer(environment, isIdle, offerPasskeys)

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${stepKey(step)} ${code.resentCount}`,
    focusTarget: focusTarget(step.name),
    step,
    accounts,
    code,
    lastUsed,
    hasPasswordField: environment?.user_settings.attributes.password.enabled ?? false,
    hasPasskeyButton,
    identifierKinds: identifierKinds(environment),
    defaultIdentifier: isLoaded ? (typed ?? attempt?.identifier ?? initialIdentifier(options)) : '',
    passwordRules: environment ? passwordRules(environment.user_settings.password_settings) : [],
    passwordVerdict,
    resend,
    ...actions,
  }
}

function firstChoice(client: ClientResourceLike | null, { withSignUp }: SignInFlowOptions): SignInChoice {
  if (client?.signIn.id) return { screen: 'auto' }
  const isOpen = withSignUp && client?.signUp.id && client.signUp.status === 'missing_requirements'
  return isOpen ? { screen: 'sign-up', newcomer: null } : { screen: 'start' }
}

const areNewcomersSecret = (environment: EnvironmentJSON | undefined, { withSignUp }: SignInFlowOptions) =>
  Boolean(withSignUp && environment?.user_settings.attack_protection.enumeration_protection.enabled)

// Nobody who is new has a password.
const preferredStrategy = (environment: EnvironmentJSON | undefined, mayBeNew: boolean) =>
  mayBeNew ? 'otp' : (environment?.display_config.preferred_sign_in_strategy ?? 'password')

const accountsToChoose = (environment: EnvironmentJSON | undefined, client: ClientResourceLike | null) =>
  environment?.auth_config.single_session_mode === false && isChoosePage() ? browserAccounts(client) : []

// Sign-up hands a taken address over in the address bar.
function initialIdentifier({ initialValues }: SignInFlowOptions) {
  const { emailAddress, phoneNumber, username } = initialValues ?? {}
  const fromAddressBar = ['email_address', 'phone_number', 'username'].map(queryValue).find(Boolean)
  return emailAddress ?? phoneNumber ?? username ?? fromAddressBar ?? ''
}

const identifierKinds = (environment: EnvironmentJSON | undefined) =>
  Object.entries(environment?.user_settings.attributes ?? {}).flatMap(([kind, use]) =>
    // A passkey is nothing that anybody types.
    use.enabled && use.used_for_first_factor && kind !== 'passkey' ? [kind] : [],
  )

const stepFields: Record<SignInStepName, SignInField[]> = {
  choose: [],
  start: ['identifier', 'password'],
  password: ['password'],
  code: ['code'],
  'email-link': [],
  passkey: [],
  totp: ['code'],
  'backup-code': ['code'],
  methods: [],
  forgot: [],
  'reset-code': ['code'],
  'new-password': ['password'],
  unavailable: [],
  'sign-up': [],
  complete: [],
}

function focusTarget(name: SignInStepName): FocusTarget {
  const [field] = stepFields[name]
  return field ? { kind: 'field', name: field } : { kind: 'heading' }
}

const stepKey = ({ name, factor }: SignInStep) => `${name} ${factor ? factorId(factor) : ''}`
