'use client'

import type { ActiveSession } from '@usher/flows'
import type { ReactNode } from 'react'
import { DesktopIcon, LaptopIcon, PhoneIcon, TabletIcon } from '../elements/account-icons.tsx'
import { Badge, LiveLamp } from '../elements/badge.tsx'
import { Button } from '../elements/button.tsx'
import { Row } from '../elements/tray.tsx'
import { When } from '../elements/when.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'

const section = 'userProfile.start.activeDevicesSection'

export type SessionRowProps = { session: ActiveSession; onSignOut: (id: string) => unknown }

/** A device on which somebody is signed in: what it is, when and where it was last used, and the way to sign it out. */
export function SessionRow({ session, onSignOut }: SessionRowProps): ReactNode {
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
      badge={badgeOf(session)}
      facts={facts}
      pending={session.isPending}
      status={<Text k={`${section}.destructiveAction__pending`} />}
      suggested={
        isCurrent ? undefined : (
          <Button
            size="small"
            onClick={() => void onSignOut(session.id)}
            aria-label={`${text(`${section}.destructiveAction`)}, ${name}`}
          >
            <Text k={`${section}.destructiveAction`} />
          </Button>
        )
      }
    />
  )
}

function badgeOf({ isCurrent, isNewPlace }: ActiveSession) {
  if (isCurrent)
    return (
      <Badge id="thisDevice">
        <Text k="badge__thisDevice" />
      </Badge>
    )
  if (!isNewPlace) return null
  return (
    <Badge id="newPlace" color="warning">
      <Text k="badge__newPlace" />
    </Badge>
  )
}

function iconOf({ isMobile, deviceType }: ActiveSession) {
  if (deviceType === 'iPad') return <TabletIcon />
  if (isMobile) return <PhoneIcon />
  return deviceType === 'Windows' || deviceType === 'Linux' ? <DesktopIcon /> : <LaptopIcon />
}
