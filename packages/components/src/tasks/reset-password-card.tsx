'use client'

import { useResetPasswordTask } from '@usher/flows'
import type { ReactNode } from 'react'
import { Checkbox } from '../elements/checkbox.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { usePasswordRules } from '../errors/use-password-rules.ts'
import { Text } from '../messages/messages-context.tsx'
import { HiddenUsername } from '../sign-in/identity.view.tsx'
import { TaskFrame, type TaskProps } from './task-frame.tsx'

type Values = { newPassword: string; signOutOfOtherSessions: boolean }

/** A new password in the place of one that others may know. */
export function ResetPasswordTask(props: TaskProps): ReactNode {
  const flow = useResetPasswordTask()
  const errors = useErrorTexts(flow.errors)
  const rules = usePasswordRules(flow.passwordRules)
  return (
    <TaskFrame
      {...props}
      flow={flow}
      group="taskResetPassword"
      step="reset-password"
      title={<Text k="taskResetPassword.title" />}
      subtitle={<Text k="taskResetPassword.subtitle" />}
    >
      <StyledForm<Values>
        errors={errors}
        pending={flow.isPending}
        defaultValues={{ signOutOfOtherSessions: true }}
        onSubmit={({ newPassword = '', ...values }) => flow.submit({ newPassword, ...values })}
      >
        <HiddenUsername value={flow.identifier} />
        <PasswordInput
          name="newPassword"
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
          <Text k="taskResetPassword.formButtonPrimary" />
        </SubmitButton>
      </StyledForm>
    </TaskFrame>
  )
}
