'use client'

import {
  type ProfileFormProps,
  type ProfileNamesProps,
  useProfileNames,
  useProfilePicture,
  useUsername,
} from '@usher/flows'
import { FileField, useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../elements/button.tsx'
import { FieldRow, StyledForm } from '../../elements/form.tsx'
import { Section } from '../../elements/page.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel, Row, Tray } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import type { MessageKey } from '../../messages/en/keys.ts'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { UsernameFieldView } from '../../username/username-field.view.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { PanelSubmit } from './panels.tsx'
import { PictureRow } from './picture-row.tsx'

/** The picture, the name and the username of the person, shown and edited in place. */
export function ProfileSection(): ReactNode {
  const picture = useProfilePicture()
  const rows = (
    <>
      <PictureRow flow={picture} />
      <NamesRow />
      <UsernameRow />
    </>
  )
  return (
    <Section id="profile" title={<Text k="userProfile.start.profileSection.title" />}>
      <FileField.Root
        className="cl-fileDropArea"
        accept={picture.accept}
        onFile={picture.pick}
        disabled={picture.isPending}
      >
        <FileField.Input />
        <Tray id="profile" rows={rows} />
      </FileField.Root>
    </Section>
  )
}

function NamesRow() {
  const flow = useProfileNames()
  useSavedNotice(flow, 'userProfile.profilePage.successMessage')
  const focus = useSectionFocus<HTMLLIElement>(flow)
  const { fullName, isVisible, isOpen } = flow
  if (!isVisible) return null
  return (
    <Row
      container={focus}
      section="profile"
      label={<Text k="userProfile.start.profileSection.label__name" />}
      name={fullName || <Text k="userProfile.start.profileSection.noName" />}
      action={
        !isOpen && (
          <Button variant="quiet" size="small" data-opener="edit" onClick={flow.open}>
            <Text k="userProfile.start.profileSection.primaryButton" />
          </Button>
        )
      }
    >
      {isOpen && <NamesPanel flow={flow} />}
    </Row>
  )
}

function NamesPanel({ flow }: { flow: ProfileNamesProps }) {
  return (
    <Panel id="profile" flush title={<Text k="userProfile.profilePage.title" />} onCancel={flow.close}>
      <ProfileForm flow={flow}>
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
      </ProfileForm>
    </Panel>
  )
}

function UsernameRow() {
  const { text } = useMessages()
  const flow = useUsername()
  useSavedNotice(flow, 'userProfile.usernamePage.successMessage')
  const focus = useSectionFocus<HTMLLIElement>(flow)
  if (!flow.isVisible) return null
  const verb = flow.username ? 'update' : 'set'
  const title = 'userProfile.start.usernameSection.title'
  const opener = `userProfile.start.usernameSection.primaryButton__${verb}Username` as const
  return (
    <Row
      container={focus}
      section="username"
      label={<Text k={title} />}
      name={flow.username || <Text k="userProfile.start.usernameSection.empty" />}
      action={
        !flow.isOpen && (
          <Button
            variant="quiet"
            size="small"
            data-opener="edit"
            onClick={flow.open}
            aria-label={`${text(opener)}, ${text(title)}`}
          >
            <Text k={opener} />
          </Button>
        )
      }
    >
      {flow.isOpen && (
        <Panel
          id="username"
          flush
          title={<Text k={`userProfile.usernamePage.title__${verb}`} />}
          onCancel={flow.close}
        >
          <ProfileForm flow={flow}>
            <UsernameFieldView
              availability={flow.availability}
              onType={flow.typeUsername}
              required={flow.fields.some(({ isRequired }) => isRequired)}
            />
          </ProfileForm>
        </Panel>
      )}
    </Row>
  )
}

/** Says once that a change is kept: on screen it stood there from the moment it was sent. */
function useSavedNotice(
  { isSaving, isOpen }: Pick<ProfileNamesProps, 'isSaving' | 'isOpen'>,
  key: MessageKey,
) {
  const announce = useAnnounce()
  const { text } = useMessages()
  const wasSaving = useRef(false)
  useEffect(() => {
    if (wasSaving.current && !isSaving && !isOpen) announce(text(key))
    wasSaving.current = isSaving
  }, [isSaving, isOpen, announce, text, key])
}

type ProfileFormViewProps<Name extends string> = { flow: ProfileFormProps<Name>; children: ReactNode }

function ProfileForm<Name extends string>({ flow, children }: ProfileFormViewProps<Name>) {
  const errors = useErrorTexts(flow.errors)
  return (
    <StyledForm<Record<Name, string>>
      errors={errors}
      pending={flow.isPending}
      defaultValues={flow.defaultValues}
      onSubmit={(values) => flow.submit(values)}
    >
      {children}
      <PanelSubmit flow={flow}>
        <Text k="userProfile.formButtonPrimary__save" />
      </PanelSubmit>
    </StyledForm>
  )
}
