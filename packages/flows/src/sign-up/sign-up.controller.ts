'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import { useCompletion } from '../completion/use-completion.ts'
import { loaded } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { passwordRules } from '../password/password-rules.ts'
import { usePasswordVerdict } from '../password/use-password-verdict.ts'
import { useUsernameAvailability } from '../username/use-username-availability.ts'
import { signUpActions } from './sign-up.actions.ts'
import {
  type SignUpAttempt,
  type SignUpChoice,
  type SignUpField,
  type SignUpFieldName,
  type SignUpStep,
  signUpFields,
  signUpStep,
} from './sign-up.machine.ts'
import type { SignUpFlowOptions, SignUpFlowProps, SignUpValues } from './sign-up.props.ts'
import { useSignUpDelivery } from './use-sign-up-delivery.ts'

/**
 * Runs a sign-up from the first field to the session: which step is on screen, what went wrong, what can be done.
 * An open sign-up goes on after a reload where it was. Talks to `/v1/client/sign_ups`.
 */
export function useSignUpFlow(options: SignUpFlowOptions = {}): SignUpFlowProps {
  const { isLoaded, clerk, client, environment } = useKit()
  const attempt = client?.signUp ?? null
  const [chosen, setChoice] = useState<SignUpChoice | null>(null)
  const [typed, setTyped] = useState<SignUpValues>({})
  // A sign-up that another tab begins later does not move this one on.
  if (isLoaded && !chosen) setChoice({ screen: attempt?.id && !options.startsOver ? 'auto' : 'start' })

  const live = situationOf({ attempt, choice: chosen ?? { screen: 'start' }, environment, options })
  const action = useFlowAction(live.step.name, fieldNames(live))
  const shown = useHeld(live, action.pending === 'submit')
  const { step, fields } = shown
  const [passwordVerdict, judged] = usePasswordVerdict()
  const [usernameAvailability, typeUsername] = useUsernameAvailability()
  const completion = useCompletion({
    kind: 'sign-up',
    options,
    action,
    isComplete: live.step.name === 'complete',
    onComplete: () => setChoice({ screen: 'complete' }),
  })
  const signUp = () => loaded(clerk).signUp
  const { code, resend } = useSignUpDelivery({
    step: live.step,
    renews: chosen?.strategy !== undefined,
    action,
  })
  const go = (next: SignUpChoice) => {
    if (action.pending === 'submit') return
    action.clear()
    setChoice(next)
  }
  const onValues = (values: SignUpValues) => setTyped((last) => ({ ...last, ...values }))
  const isAnother = options.startsOver && chosen?.screen === 'start' && !chosen.isChange
  const takenEmailAddress = isTaken(action) ? (typed.emailAddress ?? step.emailAddress) : null

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${step.name} ${code.resentCount}`,
    focusTarget: focusTarget(shown, isAnother ? options.initialValues : undefined),
    step,
    fields,
    code,
    resend,
    defaultValues: { ...options.initialValues, ...valuesOf(isAnother ? null : attempt), ...typed },
    passwordRules: environment ? passwordRules(environment.user_settings.password_settings) : [],
    passwordVerdict,
    legal: {
      termsUrl: environment?.display_config.terms_url || null,
      privacyPolicyUrl: environment?.display_config.privacy_policy_url || null,
    },
    takenEmailAddress,
    usernameAvailability,
    typeUsername,
    ...signUpActions({
      ...{ ...completion, ...shown, clerk, options, takenEmailAddress },
      isChange: Boolean(chosen?.isChange && attempt?.id),
      ...{ signUp, go, setChoice, onValues, judged },
    }),
  }
}

type Shown = { step: SignUpStep; fields: SignUpField[] }

function situationOf(given: {
  attempt: SignUpAttempt | null
  choice: SignUpChoice
  environment: EnvironmentJSON | undefined
  options: SignUpFlowOptions
}): Shown {
  const { attempt, choice, environment, options } = given
  const { attributes = {}, sign_up: { mode = 'public', legal_consent_enabled: asksConsent = false } = {} } =
    environment?.user_settings ?? {}
  const step = signUpStep({ attempt, choice, mode })
  const { showOptionalFields = false } = options
  return { step, fields: signUpFields(step, { attempt, attributes, showOptionalFields, asksConsent }) }
}

const fieldNames = ({ step, fields }: Shown): (SignUpFieldName | 'code')[] =>
  step.name === 'verify-email' || step.name === 'verify-phone' ? ['code'] : fields.map(({ name }) => name)

// What somebody has typed on the card before is not asked for again.
function focusTarget(shown: Shown, given: Partial<Record<string, string | boolean>> = {}): FocusTarget {
  const names = fieldNames(shown)
  const name = names.find((candidate) => !given[candidate]) ?? names[0]
  return name ? { kind: 'field', name } : { kind: 'heading' }
}

const isTaken = ({
  errors,
  globalError,
}: {
  errors: { emailAddress?: { code: string } }
  globalError: { code: string } | null
}) =>
  [errors.emailAddress?.code, globalError?.code].some(
    (code) => code === 'form_identifier_exists' || code === 'identification_exists',
  )

function valuesOf(attempt: SignUpAttempt | null): SignUpValues {
  const { emailAddress, phoneNumber, firstName, lastName, username } = attempt ?? {}
  return {
    ...(emailAddress && { emailAddress }),
    ...(phoneNumber && { phoneNumber }),
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(username && { username }),
  }
}
