'use client'

import type { AddableFactor, SecondFactorRow, SecondFactorsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { AuthenticatorIcon } from '../../elements/account-icons.tsx'
import { MessageIcon } from '../../elements/icons.tsx'
import { MethodList, MethodRow } from '../../elements/method-row.tsx'
import { QuietAction } from '../../elements/quiet-action.tsx'
import { Panel } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { Text } from '../../messages/messages-context.tsx'
import { ConfirmPanel } from './panels.tsx'

type Props = { flow: SecondFactorsProps }

const choices = {
  totp: {
    icon: <AuthenticatorIcon />,
    label: 'userProfile.start.mfaSection.totp.headerTitle',
    fact: 'userProfile.mfaTOTPPage.subtitle',
  },
  phone: {
    icon: <MessageIcon />,
    label: 'userProfile.start.mfaSection.phoneCode.headerTitle',
    fact: 'userProfile.mfaPhoneCodePage.fact',
  },
} as const satisfies Record<AddableFactor, object>

/** Which second factor to set up. */
export function ChooseFactor({ flow }: Props): ReactNode {
  return (
    <Panel
      id="mfa"
      title={<Text k="userProfile.mfaPage.title" />}
      subtitle={<Text k="userProfile.mfaPage.formHint" />}
      onCancel={flow.close}
    >
      <div className="cl-form">
        <MethodList>
          {flow.addable.map((factor) => {
            const { icon, label, fact } = choices[factor]
            return (
              <MethodRow
                key={factor}
                elementId={factor}
                icon={icon}
                fact={<Text k={fact} />}
                onClick={() => void flow.begin(factor)}
              >
                <Text k={label} />
              </MethodRow>
            )
          })}
        </MethodList>
        <RowAlert error={flow.globalError} onRetry={flow.retry} />
        <QuietAction align="start" onClick={flow.close}>
          <Text k="userProfile.formButtonReset" />
        </QuietAction>
      </div>
    </Panel>
  )
}

/** Asks once more before something is turned off, or old codes are void. */
export function ConfirmFactor({ flow, row }: Props & { row: SecondFactorRow }): ReactNode {
  const isRenewal = row.kind === 'backup'
  const page = row.kind === 'phone' ? 'mfaPhoneCodePage' : 'mfaTOTPPage'
  const identifier = row.kind === 'phone' ? row.value : ''
  return (
    <ConfirmPanel
      id="mfa"
      flow={flow}
      onConfirm={isRenewal ? flow.renew : flow.confirmRemove}
      variant={isRenewal ? 'primary' : 'dangerFilled'}
      title={
        isRenewal ? (
          <Text k="userProfile.backupCodePage.title__regenerate" />
        ) : (
          <Text k={`userProfile.${page}.removeResource.title`} values={{ identifier }} />
        )
      }
      subtitle={
        isRenewal ? (
          <Text k="userProfile.backupCodePage.infoText__regenerate" />
        ) : (
          <>
            <Text k={`userProfile.${page}.removeResource.messageLine1`} />{' '}
            <Text k={`userProfile.${page}.removeResource.messageLine2`} />
          </>
        )
      }
    >
      {isRenewal ? (
        <Text k="userProfile.start.mfaSection.backupCodes.actionLabel__regenerate" />
      ) : (
        <Text k="userProfile.start.mfaSection.totp.destructiveActionTitle" />
      )}
    </ConfirmPanel>
  )
}
