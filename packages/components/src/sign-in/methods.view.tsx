'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { ArrowStartIcon } from '../elements/icons.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text } from '../messages/messages-context.tsx'
import { Identity } from './identity.view.tsx'
import { MethodRows } from './method-rows.view.tsx'

/** The other ways to sign in. */
export function MethodsView({ flow }: { flow: SignInFlowProps }): ReactNode {
  return (
    <>
      <Identity flow={flow} />
      <MethodRows methods={flow.step.methods} onChoose={flow.chooseMethod} />
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
      <QuietAction align="start" icon={<ArrowStartIcon size={16} />} onClick={flow.back}>
        <Text k="backButton" />
      </QuietAction>
    </>
  )
}
