'use client'

import type { AddableFactor, SecondFactorRow, SecondFactorsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { AuthenticatorIcon } from '../../elements/account-icons.tsx'
import { Button } from '../../elements/button.tsx'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { MessageIcon } from '../../elements/icons.tsx'
import { MethodList, MethodRow } from '../../elements/method-row.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { Panel } from '../../elements/tray.tsx'
import { GlobalAlert, RowAlert, submitUntil } from '../../errors/global-alert.tsx'
import { Text } from '../../messages/messages-context.tsx'

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
        <CancelRow flow={flow} />
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
    <Panel
      id="mfa"
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
      onCancel={flow.close}
    >
      <StyledForm pending={flow.isPending} onSubmit={() => (isRenewal ? flow.renew() : flow.confirmRemove())}>
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton
            block={false}
            variant={isRenewal ? 'primary' : 'dangerFilled'}
            until={submitUntil(flow.globalError)}
          >
            {isRenewal ? (
              <Text k="userProfile.start.mfaSection.backupCodes.actionLabel__regenerate" />
            ) : (
              <Text k="userProfile.start.mfaSection.totp.destructiveActionTitle" />
            )}
          </SubmitButton>
          <Cancel flow={flow} />
        </FormButtons>
      </StyledForm>
    </Panel>
  )
}

/** The way out of a panel. */
export const Cancel = ({ flow }: Props): ReactNode => (
  <Button variant="quiet" onClick={flow.close}>
    <Text k="userProfile.formButtonReset" />
  </Button>
)

const CancelRow = ({ flow }: Props) => (
  <div className="cl-alternativeAction" data-align="start">
    <Cancel flow={flow} />
  </div>
)
