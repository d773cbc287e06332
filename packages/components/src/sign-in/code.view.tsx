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
  const { step } = flow
  return (
    <>
      <Identity flow={flow} sentIcon={factorViewOf(step.factor?.strategy ?? '')?.icon} />
      <CodeForm {...flow} />
      <FormFoot>
        {step.methods.length > 0 && (
          <Button variant="quiet" size="small" align="start" onClick={flow.showMethods}>
            <Text k="footerActionLink__useAnotherMethod" />
          </Button>
        )}
        <ResendCode flow={flow} />
      </FormFoot>
    </>
  )
}
