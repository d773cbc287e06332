'use client'

import type { SignInFlowProps, SignInStep, SignInStepName } from '@usher/flows'
import { useFocusOnChange } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { Card, FooterAction, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { LazyBoundary } from '../elements/lazy-part.tsx'
import { SkeletonCard } from '../elements/skeleton.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text, useMessages } from '../messages/messages-context.tsx'
import { LaterSteps, laterSteps } from './later-steps.view.tsx'
import { PasswordView } from './password.view.tsx'
import { StartView } from './start.view.tsx'

export type SignInViewProps = {
  flow: SignInFlowProps
  logo: string
  /** Link to signing up; null when sign-up is closed. */
  signUp: { href: string; onClick: () => void } | null
  /** Where to get help; null when the instance names no address. */
  supportUrl: string | null
}

/** The card of signing in: header, the step, and the other way out. */
export function SignInView(props: SignInViewProps): ReactNode {
  useEffect(laterSteps.preload, [])
  return (
    <LazyBoundary fallback={<SkeletonCard height="22rem" />} around={(failure) => <Card>{failure}</Card>}>
      <StepCard {...props} />
    </LazyBoundary>
  )
}

function StepCard({ flow, logo, signUp, supportUrl }: SignInViewProps) {
  const { values } = useMessages()
  const { step, focusKey, focusTarget } = flow
  const target = focusTarget?.kind === 'heading' ? 'heading' : 'field'
  const focus = useFocusOnChange<HTMLDivElement>(focusKey, { target })
  const { title, subtitle, View } = { ...steps[step.name], ...(isByPhone(step) && byPhone[step.name]) }
  return (
    <div ref={focus}>
      <Card footer={footerOf(step.name, signUp, supportUrl)}>
        <Header
          title={<Text k={title} />}
          subtitle={<Text k={subtitle} values={{ identifier: step.identity?.identifier ?? '' }} />}
          logo={logo || undefined}
          applicationName={String(values.applicationName ?? '')}
        />
        <Main step={step.name}>
          <View flow={flow} />
        </Main>
      </Card>
    </div>
  )
}

type Step = { title: MessageKey; subtitle: MessageKey; View: (props: { flow: SignInFlowProps }) => ReactNode }

const start: Step = { title: 'signIn.start.title', subtitle: 'signIn.start.subtitle', View: StartView }

const later = (name: string, subtitle = 'subtitle'): Step => ({
  title: `signIn.${name}.title` as MessageKey,
  subtitle: `signIn.${name}.${subtitle}` as MessageKey,
  View: LaterSteps,
})

const steps: Record<SignInStepName, Step> = {
  start,
  complete: start,
  password: { title: 'signIn.password.title', subtitle: 'signIn.password.subtitle', View: PasswordView },
  code: later('emailCode'),
  totp: later('totpMfa'),
  'backup-code': later('backupCodeMfa'),
  methods: later('alternativeMethods'),
  forgot: later('forgotPasswordAlternativeMethods'),
  'reset-code': later('forgotPassword', 'subtitle_email'),
  'new-password': later('resetPassword'),
  unavailable: later('noAvailableMethods'),
}

const isByPhone = ({ factor }: SignInStep) => factor?.strategy.endsWith('phone_code')

const byPhone: { [name in SignInStepName]?: Partial<Step> } = {
  code: { title: 'signIn.phoneCode.title', subtitle: 'signIn.phoneCode.subtitle' },
  'reset-code': { subtitle: 'signIn.forgotPassword.subtitle_phone' },
}

function footerOf(
  step: SignInStepName,
  signUp: SignInViewProps['signUp'],
  supportUrl: string | null,
): ReactNode {
  if (step !== 'start') {
    if (!supportUrl) return null
    return (
      <FooterAction
        id="havingTrouble"
        text={<Text k="signIn.alternativeMethods.actionText" />}
        link={<Text k="signIn.alternativeMethods.actionLink" />}
        href={supportUrl}
      />
    )
  }
  if (!signUp) return null
  return (
    <FooterAction
      id="signUp"
      text={<Text k="signIn.start.actionText" />}
      link={<Text k="signIn.start.actionLink" />}
      {...signUp}
    />
  )
}
