'use client'

import { useActiveSessions } from '@usher/flows'
import type { ReactNode } from 'react'
import { ActiveSessionsView } from '../../session-list/active-sessions.view.tsx'
import { useSectionFocus } from '../use-section-focus.ts'

/** Where the person is signed in. */
export function ActiveSessionsSection(): ReactNode {
  const flow = useActiveSessions()
  const focus = useSectionFocus(flow)
  return (
    <div ref={focus}>
      <ActiveSessionsView flow={flow} />
    </div>
  )
}
