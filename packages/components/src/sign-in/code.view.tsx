'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { CodeForm } from '../factors/code-form.view.tsx'
import { factorViewOf } from '../factors/registry.tsx'
import { ResendCode } from '../factors/resend-code.view.tsx'
import { Text } from '../messages/messages-context.tsx'
import { Identity } from './identity.view.tsx'

/** The code that went to an address: to sign in, or to set a new password. */
export function CodeView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Identity flow={flow} sentIcon={factorViewOf(flow.step.factor?.strategy ?? '')?.icon} />
      <CodeForm
        {...flow}
        hint={flow.step.isNewDevice ? <Text k="signIn.newDeviceVerificationNotice" /> : undefined}
      />
      <FormFoot>
        <OtherMethods flow={flow} />
        <ResendCode flow={flow} />
      </FormFoot>
    </>
  )
}

/** The code that an authenticator app shows. */
export function TotpView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Identity flow={flow} />
      <CodeForm {...flow} hint={<Text k="totpHint" />} />
      <FormFoot>
        <OtherMethods flow={flow} />
      </FormFoot>
    </>
  )
}

/** The way to the other ways, when there are any. */
export function OtherMethods({ flow }: { flow: SignInFlowProps }): ReactNode {
  if (flow.step.methods.length === 0) return null
  return (
    <Button variant="quiet" size="small" align="start" onClick={flow.showMethods}>
      <Text k="footerActionLink__useAnotherMethod" />
    </Button>
  )
}
