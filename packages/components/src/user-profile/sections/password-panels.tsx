'use client'

import type { PasswordSectionProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Checkbox } from '../../elements/checkbox.tsx'
import { StyledForm } from '../../elements/form.tsx'
import { PasswordInput } from '../../elements/password-input.tsx'
import { Panel } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { usePasswordRules } from '../../errors/use-password-rules.ts'
import { Text } from '../../messages/messages-context.tsx'
import { HiddenUsername } from '../../sign-in/identity.view.tsx'
import { PanelSubmit } from './panels.tsx'

type Props = { flow: PasswordSectionProps }
type Values = { currentPassword: string; newPassword: string; signOutOfOtherSessions: boolean }

/** Sets a first password or changes the one there is. */
export function ChangePassword({ flow }: Props): ReactNode {
  const errors = useErrorTexts(flow.errors)
  const rules = usePasswordRules(flow.passwordRules)
  const title = flow.panel === 'set' ? 'title__set' : 'title__update'
  return (
    <Panel id="password" title={<Text k={`userProfile.passwordPage.${title}`} />} onCancel={flow.close}>
      <StyledForm<Values>
        errors={errors}
        pending={flow.isPending}
        defaultValues={{ signOutOfOtherSessions: true }}
        onSubmit={({ newPassword = '', ...values }) => flow.submit({ newPassword, ...values })}
      >
        <HiddenUsername value={flow.identifier} />
        {flow.needsCurrentPassword && <CurrentPassword />}
        <PasswordInput
          name="newPassword"
          autoComplete="new-password"
          label={<Text k="formFieldLabel__newPassword" />}
          required
          rules={rules}
        />
        <Checkbox
          name="signOutOfOtherSessions"
          label={<Text k="formFieldLabel__signOutOfOtherSessions" />}
          hint={<Text k="userProfile.passwordPage.checkboxInfoText__signOutOfOtherSessions" />}
          defaultChecked
        />
        <PanelSubmit flow={flow}>
          <Text k="userProfile.formButtonPrimary__save" />
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}

/** Takes the password away from an account that has another way in. */
export function RemovePassword({ flow }: Props): ReactNode {
  const errors = useErrorTexts(flow.errors)
  return (
    <Panel
      id="password"
      title={<Text k="userProfile.passwordPage.title__remove" />}
      subtitle={<Text k="userProfile.passwordPage.removeMessage" />}
      onCancel={flow.close}
    >
      <StyledForm<{ currentPassword: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ currentPassword }) => flow.submitRemove({ currentPassword })}
      >
        <HiddenUsername value={flow.identifier} />
        {flow.needsCurrentPassword && <CurrentPassword />}
        <PanelSubmit flow={flow} variant="dangerFilled">
          <Text k="userProfile.start.passwordSection.destructiveAction" />
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}

const CurrentPassword = () => (
  <PasswordInput
    name="currentPassword"
    autoComplete="current-password"
    label={<Text k="formFieldLabel__currentPassword" />}
    required
  />
)
