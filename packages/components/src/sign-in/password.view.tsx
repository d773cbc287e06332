'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { Text } from '../messages/messages-context.tsx'
import { HiddenUsername, Identity } from './identity.view.tsx'

/** The password of somebody who gave the identifier first. */
export function PasswordView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const errors = useErrorTexts(flow.errors)
  const { methods, resetFactor, identity } = flow.step
  return (
    <>
      <Identity flow={flow} />
      <StyledForm<{ password: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ password = '' }) => flow.submitPassword({ password })}
      >
        <HiddenUsername value={identity?.identifier ?? ''} />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={<Text k="formFieldLabel__password" />}
          required
          action={
            resetFactor && (
              <Button
                element="formFieldAction"
                elementId="password"
                variant="link"
                onClick={() => void flow.forgotPassword()}
              >
                <Text k="formFieldAction__forgotPassword" />
              </Button>
            )
          }
          warning={limitWarning(flow.globalError)}
        />
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <SubmitButton until={submitUntil(flow.globalError)}>
          <Text k="formButtonPrimary" />
        </SubmitButton>
      </StyledForm>
      {methods.length > 0 && (
        <FormFoot>
          <Button variant="quiet" size="small" align="start" onClick={flow.showMethods}>
            <Text k="footerActionLink__useAnotherMethod" />
          </Button>
        </FormFoot>
      )}
    </>
  )
}
