'use client'

import type { SecondFactorsProps, SetupMfaTaskProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { StyledForm } from '../../elements/form.tsx'
import { MessageIcon } from '../../elements/icons.tsx'
import { Divider, MethodList, MethodRow } from '../../elements/method-row.tsx'
import { PhoneInput } from '../../elements/phone-input.tsx'
import { Panel } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text } from '../../messages/messages-context.tsx'
import { CodePanel } from './code-panel.tsx'
import { PanelSubmit } from './panels.tsx'

type Props = { flow: SecondFactorsProps }

/** Which number the codes go to: one that is verified, or a new one. */
export const PhoneFactorPanel = ({ flow }: Props): ReactNode => (
  <Panel
    id="mfa"
    title={<Text k="userProfile.mfaPhoneCodePage.title" />}
    subtitle={<Text k="userProfile.mfaPhoneCodePage.subtitle" />}
    onCancel={flow.close}
  >
    <NumberForm flow={flow} />
  </Panel>
)

/** What the panel holds. */
export function NumberForm({ flow }: { flow: SetupMfaTaskProps }): ReactNode {
  const errors = useErrorTexts(flow.errors)
  const { numbers } = flow
  return (
    <StyledForm<{ value: string }>
      errors={errors}
      pending={flow.isPending}
      onSubmit={({ value = '' }) => flow.submitNumber({ value })}
    >
      {numbers.length > 0 && (
        <>
          <MethodList>
            {numbers.map(({ id, value }) => (
              <MethodRow
                key={id}
                icon={<MessageIcon />}
                pending={flow.pendingRowId === id}
                onClick={() => void flow.chooseNumber(id)}
              >
                <bdi dir="ltr">{value}</bdi>
              </MethodRow>
            ))}
          </MethodList>
          <Divider>
            <Text k="dividerText" />
          </Divider>
        </>
      )}
      <PhoneInput
        name="value"
        label={
          <Text
            k={numbers.length > 0 ? 'userProfile.mfaPhoneCodePage.newNumber' : 'formFieldLabel__phoneNumber'}
          />
        }
        required
        isFirst={numbers.length === 0}
      />
      <PanelSubmit flow={flow}>
        <Text k="userProfile.formButtonPrimary__sendCode" />
      </PanelSubmit>
    </StyledForm>
  )
}

/** Takes the code that shows that a new number is the person's own. */
export function VerifyNumberPanel({ flow, value }: Props & { value: string }): ReactNode {
  return (
    <CodePanel
      id="mfa"
      flow={flow}
      title={<Text k="userProfile.phoneNumberPage.verifyTitle" values={{ identifier: value }} />}
      subtitle={
        <Text k="userProfile.phoneNumberPage.emailCode.formSubtitle" values={{ identifier: value }} />
      }
    />
  )
}
