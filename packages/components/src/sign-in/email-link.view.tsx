'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { MailIcon } from '../elements/icons.tsx'
import { LinkWait } from '../factors/link-wait.tsx'
import { Text } from '../messages/messages-context.tsx'
import { Identity } from './identity.view.tsx'

/** The link that went to an address, and what else can be done until it is opened. */
export function EmailLinkView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Identity flow={flow} sentIcon={<MailIcon />} />
      <LinkWait flow={flow} reason={flow.step.isNewDevice && <Text k="signIn.newDeviceVerificationNotice" />}>
        {flow.step.methods.length > 0 && (
          <Button variant="quiet" size="small" align="start" onClick={flow.showMethods}>
            <Text k="footerActionLink__useAnotherMethod" />
          </Button>
        )}
      </LinkWait>
    </>
  )
}
