'use client'

import type { ActiveSession, ActiveSessionsProps } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { DesktopIcon, LaptopIcon, PhoneIcon } from '../elements/account-icons.tsx'
import { Badge, LiveLamp } from '../elements/badge.tsx'
import { Button } from '../elements/button.tsx'
import { Section } from '../elements/page.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import { Row, Tray } from '../elements/tray.tsx'
import { When } from '../elements/when.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'

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
            flow.sessions.map((session) => <SessionRow key={session.id} session={session} flow={flow} />)
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

function SessionRow({ session, flow }: { session: ActiveSession; flow: ActiveSessionsProps }) {
  const { text } = useMessages()
  const { isCurrent, browserName, deviceType, ipAddress } = session
  const name =
    browserName && deviceType
      ? text(`${section}.device`, { browser: browserName, system: deviceType })
      : (browserName ?? deviceType ?? text(`${section}.unknownDevice`))
  const place = [session.city, session.country].filter(Boolean).join(', ')
  const facts = [
    isCurrent ? (
      <LiveLamp key="when">
        <Text k="dates.now" />
      </LiveLamp>
    ) : (
      <When key="when" time={session.lastActiveAt} />
    ),
    ...(place ? [place] : []),
    ...(ipAddress
      ? [
          <bdi key="ip" dir="ltr">
            {ipAddress}
          </bdi>,
        ]
      : []),
  ]
  return (
    <Row
      section="activeDevices"
      rowId={session.id}
      icon={iconOf(session)}
      isLive={isCurrent}
      name={name}
      badge={
        isCurrent && (
          <Badge id="thisDevice">
            <Text k="badge__thisDevice" />
          </Badge>
        )
      }
      facts={facts}
      pending={session.isPending}
      status={<Text k={`${section}.destructiveAction__pending`} />}
      suggested={
        isCurrent ? undefined : (
          <Button
            size="small"
            onClick={() => void flow.signOut(session.id)}
            aria-label={`${text(`${section}.destructiveAction`)}, ${name}`}
          >
            <Text k={`${section}.destructiveAction`} />
          </Button>
        )
      }
    />
  )
}

function iconOf({ isMobile, deviceType }: ActiveSession) {
  if (isMobile) return <PhoneIcon />
  return deviceType === 'Windows' || deviceType === 'Linux' ? <DesktopIcon /> : <LaptopIcon />
}

function useNotice(notice: ActiveSessionsProps['notice']) {
  const announce = useAnnounce()
  const { plural } = useMessages()
  useEffect(() => {
    if (notice) announce(plural(`${section}.signedOutCount`, notice.count))
  }, [notice, announce, plural])
}
