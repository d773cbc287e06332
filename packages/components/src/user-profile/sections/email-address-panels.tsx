'use client'

import type { EmailAddressesProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../../elements/button.tsx'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { ResendLink } from '../../elements/resend-link.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel } from '../../elements/tray.tsx'
import { GlobalAlert, submitUntil } from '../../errors/global-alert.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { CodeForm } from '../../factors/code-form.view.tsx'
import { Text } from '../../messages/messages-context.tsx'

type Props = { flow: EmailAddressesProps; emailAddress: string }

/** Asks for a new address and sends it a code. */
export function AddEmailAddress({ flow }: Pick<Props, 'flow'>): ReactNode {
  const errors = useErrorTexts(flow.errors)
  return (
    <Panel
      id="emailAddresses"
      title={<Text k="userProfile.emailAddressPage.title" />}
      subtitle={<Text k="userProfile.emailAddressPage.formHint" />}
      onCancel={flow.close}
    >
      <StyledForm<{ emailAddress: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ emailAddress = '' }) => flow.submitAddress({ emailAddress })}
      >
        <TextField
          name="emailAddress"
          type="email"
          label={<Text k="formFieldLabel__emailAddress" />}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
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

/** Takes the code that shows that an address is the person's own. */
export function VerifyEmailAddress({ flow, emailAddress }: Props): ReactNode {
  const { code } = flow
  return (
    <Panel
      id="emailAddresses"
      title={<Text k="userProfile.emailAddressPage.verifyTitle" values={{ identifier: emailAddress }} />}
      subtitle={
        <Text k="userProfile.emailAddressPage.emailCode.formSubtitle" values={{ identifier: emailAddress }} />
      }
      onCancel={flow.close}
    >
      <CodeForm
        {...flow}
        buttons={
          <>
            <Cancel flow={flow} />
            {code.state !== 'dead' && (
              <ResendLink
                until={code.resendAt}
                pending={code.state === 'sending'}
                onClick={() => void flow.resend()}
              >
                <Text k="codeResend" />
              </ResendLink>
            )}
          </>
        }
      />
    </Panel>
  )
}

/** Asks once more before an address goes. */
export function RemoveEmailAddress({ flow, emailAddress }: Props): ReactNode {
  return (
    <Panel
      id="emailAddresses"
      title={<Text k="userProfile.emailAddressPage.removeResource.title" />}
      subtitle={
        <>
          <Text
            k="userProfile.emailAddressPage.removeResource.messageLine1"
            values={{ identifier: emailAddress }}
          />{' '}
          <Text k="userProfile.emailAddressPage.removeResource.messageLine2" />
        </>
      }
      onCancel={flow.close}
    >
      <StyledForm pending={flow.isPending} onSubmit={() => flow.confirmRemove()}>
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton block={false} variant="dangerFilled" until={submitUntil(flow.globalError)}>
            <Text k="userProfile.start.emailAddressesSection.destructiveAction" />
          </SubmitButton>
          <Cancel flow={flow} />
        </FormButtons>
      </StyledForm>
    </Panel>
  )
}

const Cancel = ({ flow }: Pick<Props, 'flow'>) => (
  <Button variant="quiet" onClick={flow.close}>
    <Text k="userProfile.formButtonReset" />
  </Button>
)
