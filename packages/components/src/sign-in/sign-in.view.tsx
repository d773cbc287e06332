'use client'

import type { SignInFlowProps, SignInStep, SignInStepName } from '@usher/flows'
import type { ReactNode } from 'react'
import { Card, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { ProvidersAndForm } from '../elements/providers-and-form.tsx'
import { useStepFocus } from '../elements/use-step-focus.ts'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'
import { signInFooter } from './footer.view.tsx'
import { LaterSteps } from './later-steps.view.tsx'
import { PasswordView } from './password.view.tsx'
import { StartView } from './start.view.tsx'

export type SignInViewProps = {
  flow: SignInFlowProps
  /** Who has no account signs up on this card. */
  isCombined: boolean
  logo: string
  /** Link to signing up; null when sign-up is closed, or on this card. */
  signUp: { href: string; onClick: () => void } | null
  /** Link to the waitlist; null where there is none. */
  waitlist: { href: string; onClick: () => void } | null
  /** Where to get help; null when the instance names no address. */
  supportUrl: string | null
  /** Whether the first step takes the focus: something else stood in its place. */
  takesFocus: boolean
  /** What stands above the first form. */
  providers: ReactNode
}

/** The card of signing in: header, the step, and the other way out. */
export function SignInView(props: SignInViewProps): ReactNode {
  const { flow, isCombined, logo, signUp, waitlist, supportUrl, takesFocus, providers } = props
  const { step } = flow
  const focus = useStepFocus(flow, takesFocus)
  const { title, subtitle, View } = {
    ...steps[step.name],
    ...(isByPhone(step) && byPhone[step.name]),
    ...(isCombined && step.name === 'start' && combined),
  }
  return (
    <div ref={focus}>
      <Card logo={logo} footer={signInFooter(step.name, { signUp, waitlist, supportUrl })}>
        <Header
          title={<Text k={title} />}
          subtitle={<Text k={subtitle} values={{ identifier: step.identity?.identifier ?? '' }} />}
          logo={logo || undefined}
        />
        <Main step={step.name}>
          <ProvidersAndForm providers={step.name === 'start' && providers}>
            <View flow={flow} />
          </ProvidersAndForm>
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
  choose: later('accountSwitcher'),
  start,
  complete: start,
  'sign-up': start,
  password: { title: 'signIn.password.title', subtitle: 'signIn.password.subtitle', View: PasswordView },
  code: later('emailCode'),
  'email-link': later('emailLink'),
  passkey: later('passkey'),
  totp: later('totpMfa'),
  'backup-code': later('backupCodeMfa'),
  methods: later('alternativeMethods'),
  forgot: later('forgotPasswordAlternativeMethods'),
  'reset-code': later('forgotPassword', 'subtitle_email'),
  'new-password': later('resetPassword'),
  unavailable: later('noAvailableMethods'),
}

const combined = {
  title: 'signIn.start.titleCombined',
  subtitle: 'signIn.start.subtitleCombined',
} satisfies Partial<Step>

const isByPhone = ({ factor }: SignInStep) => factor?.strategy.endsWith('phone_code')

const byPhone: { [name in SignInStepName]?: Partial<Step> } = {
  code: { title: 'signIn.phoneCode.title', subtitle: 'signIn.phoneCode.subtitle' },
  'reset-code': { subtitle: 'signIn.forgotPassword.subtitle_phone' },
}
