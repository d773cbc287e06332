'use client'

import type { SecondFactorsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { MessageIcon } from '../../elements/icons.tsx'
import { Divider, MethodList, MethodRow } from '../../elements/method-row.tsx'
import { PhoneInput } from '../../elements/phone-input.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { Panel } from '../../elements/tray.tsx'
import { GlobalAlert, submitUntil } from '../../errors/global-alert.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { CodeForm } from '../../factors/code-form.view.tsx'
import { ResendCode } from '../../factors/resend-code.view.tsx'
import { Text } from '../../messages/messages-context.tsx'
import { Cancel } from './mfa-panels.tsx'

type Props = { flow: SecondFactorsProps }

/** Which number the codes go to: one that is verified, or a new one. */
export function PhoneFactorPanel({ flow }: Props): ReactNode {
  const errors = useErrorTexts(flow.errors)
  const { numbers } = flow
  return (
    <Panel
      id="mfa"
      title={<Text k="userProfile.mfaPhoneCodePage.title" />}
      subtitle={<Text k="userProfile.mfaPhoneCodePage.subtitle" />}
      onCancel={flow.close}
    >
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
              k={
                numbers.length > 0 ? 'userProfile.mfaPhoneCodePage.newNumber' : 'formFieldLabel__phoneNumber'
              }
            />
          }
          required
          isFirst={numbers.length === 0}
        />
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton block={false} until={submitUntil(flow.globalError)}>
            <Text k="userProfile.formButtonPrimary__sendCode" />
          </SubmitButton>
          <Cancel flow={flow} />
        </FormButtons>
      </StyledForm>
    </Panel>
  )
}

/** Takes the code that shows that a new number is the person's own. */
export function VerifyNumberPanel({ flow, value }: Props & { value: string }): ReactNode {
  return (
    <Panel
      id="mfa"
      title={<Text k="userProfile.phoneNumberPage.verifyTitle" values={{ identifier: value }} />}
      subtitle={
        <Text k="userProfile.phoneNumberPage.emailCode.formSubtitle" values={{ identifier: value }} />
      }
      onCancel={flow.close}
    >
      <CodeForm
        {...flow}
        buttons={
          <>
            <Cancel flow={flow} />
            <ResendCode flow={flow} />
          </>
        }
      />
    </Panel>
  )
}
