'use client'

import type { ReverificationProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { GlobalAlert, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { CodeForm } from '../factors/code-form.view.tsx'
import { ResendCode } from '../factors/resend-code.view.tsx'
import { Text } from '../messages/messages-context.tsx'
import { HiddenUsername } from '../sign-in/identity.view.tsx'

type Props = { flow: ReverificationProps }

/** The password of somebody who is signed in. */
export function PasswordView({ flow }: Props): ReactNode {
  return (
    <>
      <StyledForm<{ password: string }>
        errors={useErrorTexts(flow.errors)}
        pending={flow.isPending}
        onSubmit={({ password = '' }) => flow.submitPassword({ password })}
      >
        <HiddenUsername value={flow.identifier} />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={<Text k="formFieldLabel__password" />}
          required
          warning={useTriesWarning(flow)}
        />
        <Submit flow={flow} />
      </StyledForm>
      <Foot flow={flow} />
    </>
  )
}

/** The code that was sent, or that the app shows. */
export function CodeView({ flow }: Props): ReactNode {
  const isOfApp = flow.step.name === 'totp'
  return (
    <>
      <CodeForm {...flow} {...(isOfApp && { hint: <Text k="totpHint" /> })} />
      <Foot flow={flow}>{!isOfApp && <ResendCode flow={flow} />}</Foot>
    </>
  )
}

/** One of the codes that somebody saved. */
export function BackupCodeView({ flow }: Props): ReactNode {
  return (
    <>
      <StyledForm<{ code: string }>
        errors={useErrorTexts(flow.errors)}
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
          warning={useTriesWarning(flow)}
        />
        <Submit flow={flow} />
      </StyledForm>
      <Foot flow={flow} />
    </>
  )
}

const useTriesWarning = ({ globalError }: ReverificationProps) =>
  globalError?.kind === 'rate-limited' && submitUntil(globalError) !== null ? (
    <Text k="formFieldMessage__tooManyTries" />
  ) : undefined

const Submit = ({ flow }: Props) => (
  <>
    <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
    <SubmitButton until={submitUntil(flow.globalError)}>
      <Text k="formButtonPrimary__verify" />
    </SubmitButton>
  </>
)

function Foot({ flow, children }: Props & { children?: ReactNode }) {
  const hasOthers = flow.step.methods.length > 0
  if (!hasOthers && !children) return null
  return (
    <FormFoot>
      {hasOthers && (
        <Button variant="quiet" size="small" align="start" onClick={flow.showMethods}>
          <Text k="footerActionLink__useAnotherMethod" />
        </Button>
      )}
      {children}
    </FormFoot>
  )
}
