'use client'

import { useUser } from '@usher/hooks'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { Avatar } from '../elements/avatar.tsx'
import { ComponentRoot } from '../root/component-root.tsx'

export type UserAvatarProps = {
  /** A circle, which it is unless told, or a square. */
  rounded?: boolean | undefined
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until it is known who is signed in. */
  fallback?: ReactNode
}

/** The picture of who is signed in, or their initials. Nothing for the signed out. */
export function UserAvatar({ rounded = true, appearance, fallback }: UserAvatarProps): ReactNode {
  const { isLoaded, user } = useUser()
  if (!isLoaded) return fallback ?? null
  if (!user) return null
  const name = user.fullName ?? user.username ?? user.primaryEmailAddress?.emailAddress ?? ''
  return (
    <ComponentRoot flow="userAvatar" size="inline" appearance={appearance} catalog={noMessages}>
      <span role="img" aria-label={name} data-rounded={rounded}>
        <Avatar
          element="userAvatarBox"
          userId={user.id}
          name={name}
          imageUrl={user.hasImage ? user.imageUrl : null}
        />
      </span>
    </ComponentRoot>
  )
}

const noMessages = {}
