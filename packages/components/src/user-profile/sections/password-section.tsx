'use client'

import { type PasswordSectionProps, usePasswordSection } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../../elements/button.tsx'
import { LockIcon } from '../../elements/icons.tsx'
import { Section } from '../../elements/page.tsx'
import { Row, Tray } from '../../elements/tray.tsx'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { timeAgo } from '../../messages/time-ago.ts'
import { useSectionFocus } from '../use-section-focus.ts'
import { ChangePassword, RemovePassword } from './password-panels.tsx'

const section = 'userProfile.start.passwordSection'

/** The password: set, change, remove. */
export function PasswordSection(): ReactNode {
  const flow = usePasswordSection()
  const focus = useSectionFocus(flow)
  useNotice(flow.notice)
  if (!flow.isVisible) return null
  const isClosed = flow.panel === 'closed'
  return (
    <div ref={focus}>
      <Section id="password" title={<Text k={`${section}.title`} />}>
        <Tray
          id="password"
          rows={
            <Row
              section="password"
              icon={<LockIcon />}
              name={<Text k={`${section}.title`} />}
              facts={[<PasswordFact key="fact" flow={flow} />]}
              suggested={isClosed ? <OpenButton flow={flow} /> : undefined}
              action={isClosed && flow.canRemove ? <RemoveButton flow={flow} /> : undefined}
            >
              {(flow.panel === 'set' || flow.panel === 'change') && <ChangePassword flow={flow} />}
              {flow.panel === 'remove' && <RemovePassword flow={flow} />}
            </Row>
          }
        />
      </Section>
    </div>
  )
}

function PasswordFact({ flow: { hasPassword, lastUpdatedAt } }: { flow: PasswordSectionProps }) {
  const { locale } = useMessages()
  if (!hasPassword) return <Text k={`${section}.fact__notSet`} />
  if (lastUpdatedAt === null) return <Text k={`${section}.fact__set`} />
  return <Text k={`${section}.fact__changed`} values={{ time: timeAgo(lastUpdatedAt, Date.now(), locale) }} />
}

const OpenButton = ({ flow }: { flow: PasswordSectionProps }) => (
  <Button size="small" data-opener="edit" onClick={flow.open}>
    <Text
      k={
        flow.hasPassword
          ? `${section}.primaryButton__updatePassword`
          : `${section}.primaryButton__setPassword`
      }
    />
  </Button>
)

const RemoveButton = ({ flow }: { flow: PasswordSectionProps }) => (
  <Button variant="quiet" size="small" data-opener="remove" onClick={flow.openRemove}>
    <Text k={`${section}.destructiveAction`} />
  </Button>
)

const notices = {
  set: 'userProfile.passwordPage.successMessage__set',
  changed: 'userProfile.passwordPage.successMessage__update',
  removed: 'userProfile.passwordPage.successMessage__remove',
} as const

function useNotice(notice: PasswordSectionProps['notice']) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (notice) announce(text(notices[notice]))
  }, [notice, announce, text])
}
