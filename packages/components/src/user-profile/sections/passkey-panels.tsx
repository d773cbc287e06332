'use client'

import type { PasskeysProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { StyledForm } from '../../elements/form.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text } from '../../messages/messages-context.tsx'
import { ConfirmPanel, PanelSubmit } from './panels.tsx'

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
        <PanelSubmit flow={flow}>
          <Text k="userProfile.formButtonPrimary__save" />
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}

/** Asks once more before a passkey goes. */
export function RemovePasskey({ flow, name }: Props): ReactNode {
  return (
    <ConfirmPanel
      flow={flow}
      id="passkeys"
      title={<Text k="userProfile.passkeyScreen.removeResource.title" />}
      subtitle={
        <>
          <Text k="userProfile.passkeyScreen.removeResource.messageLine1" values={{ name }} />{' '}
          <Text k="userProfile.passkeyScreen.removeResource.messageLine2" />
        </>
      }
      onConfirm={() => flow.confirmRemove()}
    >
      <Text k="userProfile.start.passkeysSection.menuAction__destructive" />
    </ConfirmPanel>
  )
}
