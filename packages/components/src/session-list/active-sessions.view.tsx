'use client'

import type { ActiveSessionsProps } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../elements/button.tsx'
import { Section } from '../elements/page.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import { Tray } from '../elements/tray.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'
import { SessionRow } from './session-row.view.tsx'

const section = 'userProfile.start.activeDevicesSection'

export type ActiveSessionsViewProps = { flow: ActiveSessionsProps; level?: 1 | 2; subtitle?: boolean }

/** The devices on which somebody is signed in, this one first; each of the others can be signed out. */
export function ActiveSessionsView({ flow, level, subtitle }: ActiveSessionsViewProps): ReactNode {
  useNotice(flow.notice)
  return (
    <Section
      id="activeDevices"
      {...(level && { level })}
      title={<Text k={`${section}.title`} />}
      subtitle={subtitle && <Text k={`${section}.subtitle`} />}
      action={<SignOutOthers flow={flow} isWide />}
    >
      <Tray
        id="activeDevices"
        rows={
          flow.isLoaded ? (
            flow.sessions.map((session) => (
              <SessionRow key={session.id} session={session} onSignOut={flow.signOut} />
            ))
          ) : (
            <li className="cl-profileSectionListItem" aria-busy="true">
              <Skeleton height="3.75rem" />
            </li>
          )
        }
      />
      <SignOutOthers flow={flow} />
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
    </Section>
  )
}

function SignOutOthers({ flow, isWide }: { flow: ActiveSessionsProps; isWide?: boolean }) {
  const { plural } = useMessages()
  if (flow.otherCount === 0) return null
  const label = plural(`${section}.signOutOthers`, flow.otherCount)
  const shared = { pending: flow.isSigningOutOthers, onClick: () => void flow.signOutOthers() }
  if (isWide)
    return (
      <Button {...shared} className="cl-wideOnly" variant="quiet" size="small" align="end">
        {label}
      </Button>
    )
  return (
    <div className="cl-narrowOnly cl-trayFoot">
      <Button {...shared} block>
        {label}
      </Button>
    </div>
  )
}

function useNotice(notice: ActiveSessionsProps['notice']) {
  const announce = useAnnounce()
  const { plural } = useMessages()
  useEffect(() => {
    if (notice) announce(plural(`${section}.signedOutCount`, notice.count))
  }, [notice, announce, plural])
}
