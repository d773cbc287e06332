'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { ArrowStartIcon } from '../elements/icons.tsx'
import { Divider } from '../elements/method-row.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { Text } from '../messages/messages-context.tsx'
import { Identity } from './identity.view.tsx'
import { MethodRows } from './method-rows.view.tsx'

/** A forgotten password: a code to set a new one, or another way in. */
export function ForgotView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const { methods, resetFactor } = flow.step
  return (
    <>
      <Identity flow={flow} />
      {resetFactor && (
        <Button variant="primary" block onClick={flow.sendResetCode}>
          <Text k="signIn.forgotPasswordAlternativeMethods.blockButton__resetPassword" />
        </Button>
      )}
      {methods.length > 0 && (
        <>
          <Divider>
            <Text k="signIn.forgotPasswordAlternativeMethods.label__alternativeMethods" />
          </Divider>
          <MethodRows methods={methods} onChoose={flow.chooseMethod} />
        </>
      )}
      <QuietAction align="start" icon={<ArrowStartIcon size={16} />} onClick={flow.back}>
        <Text k="backButton" />
      </QuietAction>
    </>
  )
}
