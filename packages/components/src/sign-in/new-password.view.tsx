'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Checkbox } from '../elements/checkbox.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { usePasswordRules } from '../errors/use-password-rules.ts'
import { Text } from '../messages/messages-context.tsx'
import { HiddenUsername } from './identity.view.tsx'

type Values = { password: string; signOutOfOtherSessions: boolean }

/** The choice of a new password after the code was right. */
export function NewPasswordView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const errors = useErrorTexts(flow.errors)
  const rules = usePasswordRules(flow.passwordRules)
  return (
    <StyledForm<Values>
      errors={errors}
      pending={flow.isPending}
      defaultValues={{ signOutOfOtherSessions: true }}
      onSubmit={({ password = '', signOutOfOtherSessions }) =>
        flow.submitNewPassword({ password, signOutOfOtherSessions })
      }
    >
      <HiddenUsername value={flow.step.identity?.identifier ?? ''} />
      <PasswordInput
        name="password"
        id="newPassword"
        autoComplete="new-password"
        label={<Text k="formFieldLabel__newPassword" />}
        required
        rules={rules}
      />
      <Checkbox
        name="signOutOfOtherSessions"
        label={<Text k="formFieldLabel__signOutOfOtherSessions" />}
        defaultChecked
      />
      <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
      <SubmitButton until={submitUntil(flow.globalError)}>
        <Text k="signIn.resetPassword.formButtonPrimary" />
      </SubmitButton>
    </StyledForm>
  )
}
