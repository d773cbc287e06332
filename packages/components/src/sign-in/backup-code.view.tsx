'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { StyledForm } from '../elements/form.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { Text } from '../messages/messages-context.tsx'
import { OtherMethods } from './code.view.tsx'
import { Identity } from './identity.view.tsx'

/** One of the codes that somebody saved for the day when the phone is gone. */
export function BackupCodeView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const errors = useErrorTexts(flow.errors)
  return (
    <>
      <Identity flow={flow} />
      <StyledForm<{ code: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ code = '' }) => flow.submitCode({ code })}
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
          warning={limitWarning(flow.globalError)}
        />
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <SubmitButton until={submitUntil(flow.globalError)}>
          <Text k="formButtonPrimary__verify" />
        </SubmitButton>
      </StyledForm>
      <FormFoot>
        <OtherMethods flow={flow} />
      </FormFoot>
    </>
  )
}
