'use client'

import type { WaitlistFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Card, FooterAction, Main } from '../elements/card.tsx'
import { StyledForm } from '../elements/form.tsx'
import { Header } from '../elements/header.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { useStepFocus } from '../elements/use-step-focus.ts'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { Text } from '../messages/messages-context.tsx'

export type WaitlistViewProps = {
  flow: WaitlistFlowProps
  logo: string
  signIn: { href: string; onClick: () => void }
}

/** The address, and the word that it is on the list. */
export function WaitlistView({ flow, logo, signIn }: WaitlistViewProps): ReactNode {
  const focus = useStepFocus(flow, false)
  const group = flow.step === 'joined' ? 'success' : 'start'
  const footer = (
    <FooterAction
      id="signIn"
      text={<Text k="waitlist.start.actionText" />}
      link={<Text k="waitlist.start.actionLink" />}
      {...signIn}
    />
  )
  return (
    <div ref={focus}>
      <Card logo={logo} footer={footer}>
        <Header
          title={<Text k={`waitlist.${group}.title`} />}
          subtitle={<Text k={`waitlist.${group}.subtitle`} />}
          logo={logo || undefined}
        />
        {flow.step === 'start' && (
          <Main step="start">
            <AddressForm flow={flow} />
          </Main>
        )}
      </Card>
    </div>
  )
}

function AddressForm({ flow }: { flow: WaitlistFlowProps }) {
  return (
    <StyledForm<{ emailAddress: string }>
      errors={useErrorTexts(flow.errors)}
      pending={flow.isPending}
      onSubmit={({ emailAddress = '' }) => flow.submit({ emailAddress })}
    >
      <TextField
        name="emailAddress"
        type="email"
        autoComplete="email"
        label={<Text k="formFieldLabel__emailAddress" />}
        required
        warning={limitWarning(flow.globalError)}
      />
      <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
      <SubmitButton until={submitUntil(flow.globalError)}>
        <Text k="waitlist.start.formButton" />
      </SubmitButton>
    </StyledForm>
  )
}
