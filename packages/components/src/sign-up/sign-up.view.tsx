'use client'

import type { SignUpFlowProps, SignUpStepName } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { Card, FooterAction, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { ProvidersAndForm } from '../elements/providers-and-form.tsx'
import { useStepFocus } from '../elements/use-step-focus.ts'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'
import { EmailLinkView } from './email-link.view.tsx'
import { FieldsView } from './fields.view.tsx'
import { VerifyView } from './verify.view.tsx'

export type SignUpViewProps = {
  flow: SignUpFlowProps
  logo: string
  signIn: { href?: string; onClick: () => void }
  /** Link to the waitlist; null where there is none. */
  waitlist: { href: string; onClick: () => void } | null
  /** Whether the first step takes the focus too: something else stood in its place. */
  takesFocus: boolean
  /** What stands above the first form. */
  providers: ReactNode
}

type Step = {
  title: MessageKey
  subtitle: MessageKey
  View: ((props: { flow: SignUpFlowProps }) => ReactNode) | null
}

/** The card of signing up: header, the step, and the way to sign in instead. */
export function SignUpView(props: SignUpViewProps): ReactNode {
  const { flow, logo, signIn, waitlist, takesFocus, providers } = props
  const { step } = flow
  const focus = useStepFocus(flow, takesFocus)
  const { title, subtitle, View } = steps[step.name]
  const waits = View ? null : waitlist
  const footer = (
    <FooterAction
      id="signIn"
      text={<Text k="signUp.start.actionText" />}
      link={<Text k="signUp.start.actionLink" />}
      {...signIn}
    />
  )
  return (
    <div ref={focus}>
      <Card logo={logo} footer={step.identifier ? null : footer}>
        <Header
          title={<Text k={title} />}
          subtitle={<Text k={waits ? 'signUp.restrictedAccess.subtitleWaitlist' : subtitle} />}
          logo={logo || undefined}
        />
        {waits && (
          <Main step={step.name}>
            <Button element="joinWaitlistButton" variant="primary" block {...waits}>
              <Text k="signUp.restrictedAccess.blockButton__joinWaitlist" />
            </Button>
          </Main>
        )}
        {View && (
          <Main key={step.name} step={step.name}>
            <ProvidersAndForm providers={step.name === 'start' && providers}>
              <View flow={flow} />
            </ProvidersAndForm>
          </Main>
        )}
      </Card>
    </div>
  )
}

const start: Step = { title: 'signUp.start.title', subtitle: 'signUp.start.subtitle', View: FieldsView }
const restricted: Step = {
  title: 'signUp.restrictedAccess.title',
  subtitle: 'signUp.restrictedAccess.subtitle',
  View: null,
}

const steps: Record<SignUpStepName, Step> = {
  start,
  'verify-email': {
    title: 'signUp.emailCode.title',
    subtitle: 'signUp.emailCode.subtitle',
    View: VerifyView,
  },
  'email-link': {
    title: 'signUp.emailLink.title',
    subtitle: 'signUp.emailLink.subtitle',
    View: EmailLinkView,
  },
  'verify-phone': {
    title: 'signUp.phoneCode.title',
    subtitle: 'signUp.phoneCode.subtitle',
    View: VerifyView,
  },
  continue: { title: 'signUp.continue.title', subtitle: 'signUp.continue.subtitle', View: FieldsView },
  restricted,
  unavailable: restricted,
  complete: start,
}
