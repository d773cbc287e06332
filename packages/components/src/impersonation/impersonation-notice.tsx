'use client'

import { useClerk, useUser } from '@usher/hooks'
import { type ReactNode, useState } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { Button } from '../elements/button.tsx'
import { impersonationMessages } from '../messages/en/impersonation.ts'
import { Text } from '../messages/messages-context.tsx'
import { ComponentRoot } from '../root/component-root.tsx'

/** Tells somebody who acts as another person so, over every page, with the way to stop. Loaded when it is needed. */
export function ImpersonationNotice(): ReactNode {
  return (
    <ComponentRoot flow="impersonationFab" size="inline" catalog={impersonationMessages}>
      <Bar />
    </ComponentRoot>
  )
}

function Bar() {
  const clerk = useClerk()
  const { user } = useUser()
  const [isLeaving, setLeaving] = useState(false)
  const bar = useElementClass('impersonationFab')
  if (!user) return null
  const identifier = user.primaryEmailAddress?.emailAddress ?? user.username ?? user.fullName ?? user.id
  const leave = async () => {
    setLeaving(true)
    // The session is the support person's own: the others of this browser stay.
    await clerk.signOut({ sessionId: clerk.session?.id }).finally(() => setLeaving(false))
  }
  return (
    <aside className={bar}>
      <p>
        <Text k="impersonationFab.title" values={{ identifier }} />
      </p>
      <Button size="small" pending={isLeaving} onClick={() => void leave()}>
        <Text k="impersonationFab.action__signOut" />
      </Button>
    </aside>
  )
}
