'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Alert } from '../elements/alert.tsx'
import { ArrowStartIcon } from '../elements/icons.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { Text } from '../messages/messages-context.tsx'

/** There is no way to go on with this account. */
export function UnavailableView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Alert color="warning">
        <Text k="signIn.noAvailableMethods.message" />
      </Alert>
      <QuietAction align="start" icon={<ArrowStartIcon size={16} />} onClick={flow.changeIdentity}>
        <Text k="backButton" />
      </QuietAction>
    </>
  )
}
