'use client'

import type { SignUpFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { PhoneIcon } from '../elements/account-icons.tsx'
import { Button } from '../elements/button.tsx'
import { MailIcon } from '../elements/icons.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { FormFoot } from '../elements/resend-link.tsx'
import { CodeForm } from '../factors/code-form.view.tsx'
import { ResendCode } from '../factors/resend-code.view.tsx'
import { Text } from '../messages/messages-context.tsx'

/** The code that shows that the address or the number is the person's own. */
export function VerifyView({ flow }: { flow: SignUpFlowProps }): ReactNode {
  const { step, code, useOtherMethod: takeOtherMethod } = flow
  return (
    <>
      <IdentityChip
        icon={step.name === 'verify-phone' ? <PhoneIcon /> : <MailIcon />}
        action={<Text k="identityPreview__change" />}
        onAction={flow.changeEmailAddress}
      >
        <Text k="identityPreview__sentTo" values={{ identifier: step.identifier ?? '' }} />
      </IdentityChip>
      <CodeForm {...flow} />
      {(step.otherStrategy || code.state !== 'dead') && (
        <FormFoot>
          {step.otherStrategy && (
            <Button variant="quiet" size="small" align="start" onClick={takeOtherMethod}>
              <Text k="footerActionLink__useAnotherMethod" />
            </Button>
          )}
          <ResendCode flow={flow} />
        </FormFoot>
      )}
    </>
  )
}
