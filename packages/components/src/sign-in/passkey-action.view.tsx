'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { PasskeyIcon } from '../elements/icons.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { Text } from '../messages/messages-context.tsx'

/** Signs in with a passkey, without telling the identifier first. */
export const PasskeyAction = ({ flow }: { flow: SignInFlowProps }): ReactNode =>
  flow.hasPasskeyButton && (
    <QuietAction icon={<PasskeyIcon />} onClick={() => void flow.submitPasskey()}>
      <Text k="signIn.start.actionLink__use_passkey" />
    </QuietAction>
  )
