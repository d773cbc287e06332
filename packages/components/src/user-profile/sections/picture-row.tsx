'use client'

import type { ProfilePictureProps } from '@usher/flows'
import { FileField, useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect, useId } from 'react'
import { Avatar } from '../../elements/avatar.tsx'
import { Button } from '../../elements/button.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../../elements/lazy-part.tsx'
import { Skeleton } from '../../elements/skeleton.tsx'
import { Panel, Row } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { ConfirmPanel } from './panels.tsx'

type Props = { flow: ProfilePictureProps }

const cropPart = lazyPart<Props & { file: Blob; hint: string }>(
  async () => (await import('./picture-crop.tsx')).PictureCrop,
)

/** The picture of the person: upload, cut, remove. Stands inside a `FileField.Root`. */
export function PictureRow({ flow }: Props): ReactNode {
  const focus = useSectionFocus<HTMLLIElement>(flow)
  const { panel, hasImage } = flow
  const error = useErrorTexts(flow.errors).file
  useNotices(flow, panel.kind === 'closed' ? error : undefined)
  return (
    <Row
      container={focus}
      section="profileImage"
      avatar={
        <Avatar
          userId={flow.userId}
          name={flow.name || flow.identifier}
          imageUrl={hasImage ? flow.imageUrl : null}
          size={64}
        />
      }
      name={<Text k="userProfile.profilePage.imageFormTitle" />}
      facts={[
        panel.kind === 'closed' && error ? (
          <span key="error" className="cl-formFieldErrorText">
            {error}
          </span>
        ) : (
          <Text key="hint" k="userProfile.profilePage.fileDropAreaHint" />
        ),
      ]}
      action={panel.kind === 'closed' && <Actions flow={flow} />}
    >
      {panel.kind === 'crop' && <CropPanel flow={flow} file={panel.file} />}
      {panel.kind === 'remove' && <RemovePanel flow={flow} />}
    </Row>
  )
}

function Actions({ flow }: Props) {
  const { text } = useMessages()
  const named = (key: 'imageFormSubtitle' | 'imageFormDestructiveActionSubtitle') => ({
    'aria-label': `${text(`userProfile.profilePage.${key}`)}, ${text('userProfile.profilePage.imageFormTitle')}`,
    children: <Text k={`userProfile.profilePage.${key}`} />,
  })
  return (
    <>
      <FileField.Trigger
        onPointerEnter={cropPart.preload}
        onFocus={cropPart.preload}
        render={
          <Button
            element="avatarImageActionsUpload"
            size="small"
            data-opener="edit"
            {...named('imageFormSubtitle')}
          />
        }
      />
      {flow.hasImage && (
        <Button
          element="avatarImageActionsRemove"
          variant="quiet"
          size="small"
          data-opener="remove"
          onClick={flow.openRemove}
          {...named('imageFormDestructiveActionSubtitle')}
        />
      )}
    </>
  )
}

// The panel stands there at once and takes the focus; what is inside may be on its way.
function CropPanel({ flow, file }: Props & { file: Blob }) {
  const hint = useId()
  return (
    <Panel
      id="profileImage"
      title={<Text k="userProfile.profilePage.imageCrop.title" />}
      subtitle={
        <span id={hint}>
          <Text k="userProfile.profilePage.imageCrop.hint" />
        </span>
      }
      onCancel={flow.close}
    >
      <LazyBoundary fallback={<Skeleton height="15rem" />}>
        <LazyPart part={cropPart} props={{ flow, file, hint }} />
      </LazyBoundary>
    </Panel>
  )
}

function RemovePanel({ flow }: Props) {
  return (
    <ConfirmPanel
      id="profileImage"
      flow={flow}
      onConfirm={flow.confirmRemove}
      title={<Text k="userProfile.profilePage.imageRemove.title" />}
      subtitle={<Text k="userProfile.profilePage.imageRemove.message" />}
    >
      <Text k="userProfile.profilePage.imageRemove.button" />
    </ConfirmPanel>
  )
}

// What a row shows without a field or a form around it is said as well.
function useNotices({ notice, focusKey }: ProfilePictureProps, error: string | undefined) {
  const announce = useAnnounce()
  const { text } = useMessages()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same refusal twice is said twice
  useEffect(() => {
    if (error) announce(error, 'assertive')
    else if (notice) announce(text(`userProfile.profilePage.imageNotice__${notice}`))
  }, [notice, error, focusKey, announce, text])
}
