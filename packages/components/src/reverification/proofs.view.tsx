'use client'

import type { ReverificationProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { BackupCodeForm } from '../factors/backup-code-form.view.tsx'
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
          warning={limitWarning(flow.globalError)}
        />
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <SubmitButton until={submitUntil(flow.globalError)}>
          <Text k="formButtonPrimary__verify" />
        </SubmitButton>
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
export const BackupCodeView = ({ flow }: Props): ReactNode => (
  <>
    <BackupCodeForm {...flow} />
    <Foot flow={flow} />
  </>
)

/** A passkey of this device, of somebody who has nothing else to prove it with. */
export const PasskeyView = ({ flow }: Props): ReactNode => (
  <>
    <StyledForm pending={flow.isPending} onSubmit={() => flow.submitPasskey()}>
      <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
      <SubmitButton until={submitUntil(flow.globalError)}>
        <Text k="reverification.passkey.blockButton__passkey" />
      </SubmitButton>
    </StyledForm>
    <Foot flow={flow} />
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
