'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { StyledForm } from '../elements/form.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, submitUntil } from '../errors/global-alert.tsx'
import { Text } from '../messages/messages-context.tsx'
import { OtherMethods } from './code.view.tsx'
import { Identity } from './identity.view.tsx'

/** A passkey of somebody who has no other way in, or came from one. */
export function PasskeyView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Identity flow={flow} />
      <StyledForm pending={flow.isPending} onSubmit={() => flow.submitPasskey()}>
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <SubmitButton until={submitUntil(flow.globalError)}>
          <Text k="signIn.alternativeMethods.blockButton__passkey" />
        </SubmitButton>
      </StyledForm>
      {flow.step.methods.length > 0 && (
        <FormFoot>
          <OtherMethods flow={flow} />
        </FormFoot>
      )}
    </>
  )
}
