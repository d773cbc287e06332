'use client'

import { type ProfileNamesProps, useProfileNames } from '@usher/flows'
import type { ReactNode } from 'react'
import { Avatar } from '../../elements/avatar.tsx'
import { Button } from '../../elements/button.tsx'
import { FieldRow, FormButtons, StyledForm } from '../../elements/form.tsx'
import { Section } from '../../elements/page.tsx'
import { SubmitButton } from '../../elements/submit-button.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel, Row, Tray } from '../../elements/tray.tsx'
import { GlobalAlert, submitUntil } from '../../errors/global-alert.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text } from '../../messages/messages-context.tsx'
import { useSectionFocus } from '../use-section-focus.ts'

/** The name of the person, shown and edited in place. */
export function ProfileSection(): ReactNode {
  const flow = useProfileNames()
  const focus = useSectionFocus(flow)
  if (!flow.isVisible) return null
  const edit = (
    <Button variant="quiet" size="small" data-opener="edit" onClick={flow.open}>
      <Text k="userProfile.start.profileSection.primaryButton" />
    </Button>
  )
  return (
    <div ref={focus}>
      <Section id="profile" title={<Text k="userProfile.start.profileSection.title" />}>
        <Tray
          id="profile"
          rows={
            <Row
              section="profile"
              avatar={<Avatar userId={flow.userId} name={flow.fullName || flow.identifier} size={64} />}
              name={flow.fullName || <Text k="userProfile.start.profileSection.noName" />}
              facts={[flow.identifier]}
              action={flow.isOpen ? undefined : edit}
            />
          }
        >
          {flow.isOpen && <NamesPanel flow={flow} />}
        </Tray>
      </Section>
    </div>
  )
}

function NamesPanel({ flow }: { flow: ProfileNamesProps }) {
  const errors = useErrorTexts(flow.errors)
  return (
    <Panel id="profile" title={<Text k="userProfile.profilePage.title" />} onCancel={flow.close}>
      <StyledForm<{ firstName: string; lastName: string }>
        errors={errors}
        pending={flow.isPending}
        defaultValues={flow.defaultValues}
        onSubmit={flow.submit}
      >
        <FieldRow>
          {flow.fields.map(({ name, isRequired }) => (
            <TextField
              key={name}
              name={name}
              required={isRequired}
              label={<Text k={`formFieldLabel__${name}`} />}
              autoComplete={name === 'firstName' ? 'given-name' : 'family-name'}
            />
          ))}
        </FieldRow>
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <SubmitButton block={false} until={submitUntil(flow.globalError)}>
            <Text k="userProfile.formButtonPrimary__save" />
          </SubmitButton>
          <Button variant="quiet" onClick={flow.close}>
            <Text k="userProfile.formButtonReset" />
          </Button>
        </FormButtons>
      </StyledForm>
    </Panel>
  )
}
