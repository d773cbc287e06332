'use client'

import type { SignUpFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { MailIcon } from '../elements/icons.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { LinkWait } from '../factors/link-wait.tsx'
import { Text } from '../messages/messages-context.tsx'

/** The link that shows that the address is the person's own. */
export function EmailLinkView({ flow }: { flow: SignUpFlowProps }): ReactNode {
  const { step, changeEmailAddress, useOtherMethod: takeOtherMethod } = flow
  return (
    <>
      <IdentityChip
        icon={<MailIcon />}
        action={<Text k="identityPreview__change" />}
        onAction={changeEmailAddress}
      >
        <Text k="identityPreview__sentTo" values={{ identifier: step.identifier ?? '' }} />
      </IdentityChip>
      <LinkWait flow={flow}>
        {step.otherStrategy && (
          <Button variant="quiet" size="small" align="start" onClick={takeOtherMethod}>
            <Text k="footerActionLink__useAnotherMethod" />
          </Button>
        )}
      </LinkWait>
    </>
  )
}
