'use client'

import { useActiveSessions } from '@usher/flows'
import { useUser } from '@usher/hooks'
import { type ReactNode, useState } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { userProfileMessages } from '../messages/en/user-profile.ts'
import { ComponentRoot } from '../root/component-root.tsx'
import { SignedOutCard } from '../root/signed-out-card.tsx'
import { useSectionFocus } from '../user-profile/use-section-focus.ts'
import { ActiveSessionsView } from './active-sessions.view.tsx'

export type SessionListProps = {
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until it is known who is signed in. */
  fallback?: ReactNode
}

/** The devices on which the person is signed in, with the way to sign each of them out. Nothing for the signed out. */
export function SessionList({ appearance, fallback }: SessionListProps): ReactNode {
  const { isLoaded, isSignedIn } = useUser()
  const [wasSignedIn, setWasSignedIn] = useState(false)
  if (isSignedIn && !wasSignedIn) setWasSignedIn(true)
  if (!isLoaded) return fallback ?? null
  if (!isSignedIn && !wasSignedIn) return null
  return (
    <ComponentRoot flow="sessionList" size="page" appearance={appearance} catalog={userProfileMessages}>
      {isSignedIn ? <Devices /> : <SignedOutCard />}
    </ComponentRoot>
  )
}

function Devices() {
  const flow = useActiveSessions()
  const focus = useSectionFocus(flow)
  return (
    <div ref={focus}>
      <ActiveSessionsView flow={flow} subtitle />
    </div>
  )
}
