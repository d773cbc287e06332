'use client'

import type { SignUpFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { MailIcon } from '../elements/icons.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { FormFoot, ResendLink } from '../elements/resend-link.tsx'
import { CodeForm } from '../factors/code-form.view.tsx'
import { Text } from '../messages/messages-context.tsx'

/** The code that shows that the address is the person's own. */
export function VerifyEmailView({ flow }: { flow: SignUpFlowProps }): ReactNode {
  const { step, code } = flow
  return (
    <>
      <IdentityChip
        icon={<MailIcon />}
        action={<Text k="identityPreview__change" />}
        onAction={flow.changeEmailAddress}
      >
        <Text k="identityPreview__sentTo" values={{ identifier: step.emailAddress ?? '' }} />
      </IdentityChip>
      <CodeForm {...flow} />
      {code.state !== 'dead' && (
        <FormFoot>
          <ResendLink
            until={code.resendAt}
            pending={code.state === 'sending'}
            onClick={() => void flow.resend()}
          >
            <Text k="codeResend" />
          </ResendLink>
        </FormFoot>
      )}
    </>
  )
}
