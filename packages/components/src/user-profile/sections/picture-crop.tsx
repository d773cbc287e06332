'use client'

import type { ProfilePictureProps } from '@usher/flows'
import { useCrop } from '@usher/primitives'
import { type ReactNode, useEffect, useState } from 'react'
import { Alert } from '../../elements/alert.tsx'
import { StyledForm } from '../../elements/form.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { PanelSubmit } from './panels.tsx'

/** Longest side of an uploaded picture in pixels. */
const mostPixels = 1024

export type PictureCropProps = {
  flow: ProfilePictureProps
  file: Blob
  /** Id of the sentence that says how the picture is moved. */
  hint: string
}

/** Lets the person choose the part of the picture that is seen, and sends it. */
export function PictureCrop({ flow, file, hint }: PictureCropProps): ReactNode {
  const { text } = useMessages()
  const src = useObjectUrl(file)
  const error = useErrorTexts(flow.errors).file
  const { frameProps, imageProps, zoomProps, cut, isReady } = useCrop({
    mostPixels,
    onUnreadable: flow.refuseUnreadable,
  })
  const send = async () => {
    if (isReady) await flow.submit(await cut())
  }
  return (
    <StyledForm pending={flow.isPending} onSubmit={send}>
      <div
        {...frameProps}
        className="cl-avatarBox"
        role="application"
        aria-label={text('userProfile.profilePage.imageCrop.frame')}
        aria-describedby={hint}
        data-size="160"
      >
        {src && <img {...imageProps} src={src} alt="" />}
      </div>
      <input
        {...zoomProps}
        className="cl-avatarZoom"
        aria-label={text('userProfile.profilePage.imageCrop.zoom')}
      />
      <div role="alert">{error && <Alert title={error} />}</div>
      <PanelSubmit flow={flow} aria-disabled={!isReady || undefined}>
        <Text k="userProfile.formButtonPrimary__save" />
      </PanelSubmit>
    </StyledForm>
  )
}

/** An address for a file while it is on screen. */
function useObjectUrl(file: Blob): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
