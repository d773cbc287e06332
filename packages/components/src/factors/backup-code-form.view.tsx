'use client'

import type { ReactNode } from 'react'
import { StyledForm } from '../elements/form.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { Text } from '../messages/messages-context.tsx'
import type { CodeFormProps } from './code-form.view.tsx'

export type BackupCodeFormProps = Pick<
  CodeFormProps,
  'errors' | 'globalError' | 'isPending' | 'retry' | 'submitCode'
>

/** The form for one of the codes that somebody saved for the day when the phone is gone. */
export function BackupCodeForm({
  errors,
  globalError,
  isPending,
  retry,
  submitCode,
}: BackupCodeFormProps): ReactNode {
  return (
    <StyledForm<{ code: string }>
      errors={useErrorTexts(errors)}
      pending={isPending}
      onSubmit={({ code = '' }) => submitCode({ code })}
    >
      <TextField
        name="code"
        id="backupCode"
        label={<Text k="formFieldLabel__backupCode" />}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        required
        warning={limitWarning(globalError)}
      />
      <GlobalAlert error={globalError} onRetry={retry} />
      <SubmitButton until={submitUntil(globalError)}>
        <Text k="formButtonPrimary__verify" />
      </SubmitButton>
    </StyledForm>
  )
}
