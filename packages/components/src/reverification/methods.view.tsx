'use client'

import type { ReverificationProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Alert } from '../elements/alert.tsx'
import { ArrowStartIcon } from '../elements/icons.tsx'
import { MethodList, MethodRow } from '../elements/method-row.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { factorViewOf } from '../factors/registry.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'

const labels: Record<string, MessageKey | undefined> = {
  password: 'reverification.alternativeMethods.blockButton__password',
  email_code: 'reverification.alternativeMethods.blockButton__emailCode',
  phone_code: 'reverification.alternativeMethods.blockButton__phoneCode',
  totp: 'reverification.alternativeMethods.blockButton__totp',
  passkey: 'reverification.alternativeMethods.blockButton__passkey',
  backup_code: 'reverification.alternativeMethods.blockButton__backupCode',
}

/** The other ways to prove who one is. */
export function MethodsView({ flow }: { flow: ReverificationProps }): ReactNode {
  return (
    <>
      <MethodList>
        {flow.step.methods.map(({ id, strategy, safeIdentifier }) => {
          const label = labels[strategy]
          if (!label) return null
          return (
            <MethodRow
              key={id}
              elementId={strategy}
              icon={factorViewOf(strategy)?.icon}
              fact=""
              onClick={() => flow.chooseMethod(id)}
            >
              <Text k={label} values={{ identifier: safeIdentifier ?? '' }} />
            </MethodRow>
          )
        })}
      </MethodList>
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
      <QuietAction align="start" icon={<ArrowStartIcon size={16} />} onClick={flow.back}>
        <Text k="backButton" />
      </QuietAction>
    </>
  )
}

/** There is nothing to prove it with. */
export const UnavailableView = (): ReactNode => (
  <Alert color="warning">
    <Text k="reverification.noAvailableMethods.message" />
  </Alert>
)
