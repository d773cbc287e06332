'use client'

import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Address } from './address.tsx'
import { Avatar, type AvatarProps } from './avatar.tsx'

export type UserPreviewProps = AvatarProps & {
  /** The address or the like under the name. */
  identifier?: string | undefined
}

/** Who it is: avatar, name, address. */
export function UserPreview({ identifier, ...avatar }: UserPreviewProps): ReactNode {
  const [preview, main, second] = [
    useElementClass('userPreview'),
    useElementClass('userPreviewMainIdentifier'),
    useElementClass('userPreviewSecondaryIdentifier'),
  ]
  return (
    <div className={preview}>
      <Avatar size={40} element="userPreviewAvatarBox" {...avatar} name={avatar.name || (identifier ?? '')} />
      <div className="cl-userPreviewTextContainer">
        <div className={main}>{avatar.name || (identifier && <Address>{identifier}</Address>)}</div>
        {avatar.name && identifier && (
          <div className={second}>
            <Address>{identifier}</Address>
          </div>
        )}
      </div>
    </div>
  )
}
