'use client'

import type { PasskeysProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../../elements/button.tsx'
import { FormButtons, StyledForm } from '../../elements/form.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel } from '../../elements/tray.tsx'
import { GlobalAlert, submitUntil } from '../../errors/global-alert.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text } from '../../messages/messages-context.tsx'

type Props = { flow: PasskeysProps; name: string }

/** Gives a passkey another name. */
export function RenamePasskey({ flow, name }: Props): ReactNode {
  const errors = useErrorTexts(flow.errors)
  return (
    <Panel
      id="passkeys"
      title={<Text k="userProfile.passkeyScreen.title__rename" />}
      subtitle={<Text k="userProfile.passkeyScreen.subtitle__rename" />}
      onCancel={flow.close}
    >
      <StyledForm<{ name: string }>
        errors={errors}
        pending={flow.isPending}
        defaultValues={{ name }}
        onSubmit={({ name: typed = '' }) => flow.submitName({ name: typed })}
      >
        <TextField
          name="name"
          id="passkeyName"
          label={<Text k="formFieldLabel__passkeyName" />}
          autoComplete="off"
          maxLength={64}
          required
        />
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton block={false} until={submitUntil(flow.globalError)}>
            <Text k="userProfile.formButtonPrimary__save" />
          </SubmitButton>
          <Cancel flow={flow} />
        </FormButtons>
      </StyledForm>
    </Panel>
  )
}

/** Asks once more before a passkey goes. */
export function RemovePasskey({ flow, name }: Props): ReactNode {
  return (
    <Panel
      id="passkeys"
      title={<Text k="userProfile.passkeyScreen.removeResource.title" />}
      subtitle={
        <>
          <Text k="userProfile.passkeyScreen.removeResource.messageLine1" values={{ name }} />{' '}
          <Text k="userProfile.passkeyScreen.removeResource.messageLine2" />
        </>
      }
      onCancel={flow.close}
    >
      <StyledForm pending={flow.isPending} onSubmit={() => flow.confirmRemove()}>
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton block={false} variant="dangerFilled" until={submitUntil(flow.globalError)}>
            <Text k="userProfile.start.passkeysSection.menuAction__destructive" />
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
