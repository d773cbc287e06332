'use client'

import type { ReverificationProps, ReverificationStep } from '@usher/flows'
import { useFocusOnChange } from '@usher/primitives'
import type { ReactNode } from 'react'
import { Card, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text, useMessages } from '../messages/messages-context.tsx'
import { MethodsView, UnavailableView } from './methods.view.tsx'
import { BackupCodeView, CodeView, PasskeyView, PasswordView } from './proofs.view.tsx'

type View = (props: { flow: ReverificationProps }) => ReactNode

const views: Record<ReverificationStep['name'], View> = {
  loading: LoadingView,
  complete: LoadingView,
  password: PasswordView,
  code: CodeView,
  totp: CodeView,
  'backup-code': BackupCodeView,
  passkey: PasskeyView,
  methods: MethodsView,
  unavailable: UnavailableView,
}

/** The ticket of a new proof: what it is for, and the step. */
export function ReverificationView({ flow }: { flow: ReverificationProps }): ReactNode {
  const { step, focusKey, focusTarget } = flow
  const target = focusTarget?.kind === 'heading' ? 'heading' : 'field'
  const focus = useFocusOnChange<HTMLDivElement>(focusKey, { target })
  const group = groupOf(step)
  const View = views[step.name]
  const values = { identifier: step.factor?.safeIdentifier ?? '' }
  return (
    <div ref={focus}>
      <Card>
        <Header
          title={<Text k={`reverification.${group}.title` as MessageKey} />}
          subtitle={
            group !== 'loading' && (
              <Text k={`reverification.${group}.subtitle` as MessageKey} values={values} />
            )
          }
        />
        <Main step={`${step.name} ${step.isSecond}`}>
          <View flow={flow} />
        </Main>
      </Card>
    </div>
  )
}

function LoadingView({ flow }: { flow: ReverificationProps }) {
  const { text } = useMessages()
  if (flow.globalError) return <RowAlert error={flow.globalError} onRetry={flow.retry} />
  return (
    <div className="cl-skeletonCard" role="status" aria-busy="true" aria-label={text('loading')}>
      <Skeleton height="2.5rem" />
      <Skeleton height="2.5rem" />
    </div>
  )
}

/** The group of texts, as Clerk names them. */
function groupOf({ name, factor, isSecond }: ReverificationStep): string {
  if (name === 'code') {
    if (isSecond) return 'phoneCodeMfa'
    return factor?.strategy === 'phone_code' ? 'phoneCode' : 'emailCode'
  }
  return groups[name] ?? 'loading'
}

const groups: { [name in ReverificationStep['name']]?: string } = {
  password: 'password',
  totp: 'totpMfa',
  'backup-code': 'backupCodeMfa',
  passkey: 'passkey',
  methods: 'alternativeMethods',
  unavailable: 'noAvailableMethods',
}
