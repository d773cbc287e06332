'use client'

import { type EmailAddressesProps, type EmailAddressRow, useEmailAddresses } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { PlusIcon } from '../../elements/account-icons.tsx'
import { Address } from '../../elements/address.tsx'
import { Badge } from '../../elements/badge.tsx'
import { Button } from '../../elements/button.tsx'
import { MailIcon } from '../../elements/icons.tsx'
import { Menu } from '../../elements/menu.tsx'
import { Section } from '../../elements/page.tsx'
import { EmptyRow, Row, Tray } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { AddEmailAddress, RemoveEmailAddress, VerifyEmailAddress } from './email-address-panels.tsx'

/** The addresses of the person: add, verify, make primary, remove. */
export function EmailAddressesSection(): ReactNode {
  const flow = useEmailAddresses()
  const focus = useSectionFocus(flow)
  useNotice(flow.notice)
  const { panel, rows } = flow
  const { text } = useMessages()
  const add = (
    <Button
      variant="quiet"
      size="small"
      align="end"
      icon={<PlusIcon size={16} />}
      data-opener="add"
      aria-label={text('userProfile.start.emailAddressesSection.primaryButton')}
      onClick={flow.openAdd}
    >
      <span className="cl-wideOnly">
        <Text k="userProfile.start.emailAddressesSection.primaryButton" />
      </span>
      <span className="cl-narrowOnly">
        <Text k="userProfile.start.emailAddressesSection.primaryButton__short" />
      </span>
    </Button>
  )
  return (
    <div ref={focus}>
      <Section
        id="emailAddresses"
        title={<Text k="userProfile.start.emailAddressesSection.title" />}
        subtitle={<Text k="userProfile.start.emailAddressesSection.subtitle" />}
        action={panel.kind === 'add' ? undefined : add}
      >
        <Tray
          id="emailAddresses"
          rows={
            rows.length > 0 ? (
              rows.map((row) => <EmailAddressLine key={row.id} row={row} flow={flow} />)
            ) : (
              <EmptyRow icon={<MailIcon />}>
                <Text k="userProfile.start.emailAddressesSection.empty" />{' '}
                <Button variant="link" onClick={flow.openAdd}>
                  <Text k="userProfile.start.emailAddressesSection.emptyAction" />
                </Button>
              </EmptyRow>
            )
          }
        >
          {panel.kind === 'add' && <AddEmailAddress flow={flow} />}
        </Tray>
        {panel.kind === 'closed' && <RowAlert error={flow.globalError} onRetry={flow.retry} />}
      </Section>
    </div>
  )
}

function EmailAddressLine({ row, flow }: { row: EmailAddressRow; flow: EmailAddressesProps }) {
  const { text } = useMessages()
  const { panel } = flow
  const isOpen = panel.kind !== 'closed' && panel.kind !== 'add' && panel.id === row.id
  const facts = [
    <Text
      key="fact"
      k={`userProfile.start.emailAddressesSection.fact__${row.isVerified ? 'verified' : 'unverified'}`}
    />,
  ]
  const badge = row.isPrimary ? (
    <Badge id="primary">
      <Text k="badge__primary" />
    </Badge>
  ) : row.isVerified ? undefined : (
    <Badge id="unverified" color="warning">
      <Text k="badge__unverified" />
    </Badge>
  )
  const verify = row.canVerify && !isOpen && (
    <Button size="small" data-opener="verify" onClick={() => flow.openVerify(row.id)}>
      <Text k="userProfile.start.emailAddressesSection.detailsAction__unverified" />
    </Button>
  )
  return (
    <Row
      section="emailAddresses"
      rowId={row.id}
      icon={<MailIcon />}
      name={<Address>{row.emailAddress}</Address>}
      badge={badge}
      facts={facts}
      suggested={verify || undefined}
      pending={flow.pendingRowId === row.id}
      action={
        isOpen ? undefined : (
          <Menu
            label={text('userProfile.menuLabel', { name: row.emailAddress })}
            items={itemsOf(row, flow)}
          />
        )
      }
    >
      {isOpen && panel.kind === 'verify' && (
        <VerifyEmailAddress flow={flow} emailAddress={row.emailAddress} />
      )}
      {isOpen && panel.kind === 'remove' && (
        <RemoveEmailAddress flow={flow} emailAddress={row.emailAddress} />
      )}
    </Row>
  )
}

function itemsOf(row: EmailAddressRow, flow: EmailAddressesProps) {
  const section = 'userProfile.start.emailAddressesSection'
  return [
    ...(row.canSetPrimary
      ? [
          {
            id: 'primary',
            label: <Text k={`${section}.detailsAction__nonPrimary`} />,
            onSelect: () => void flow.setPrimary(row.id),
          },
        ]
      : []),
    {
      id: 'remove',
      label: row.canRemove ? (
        <Text k={`${section}.destructiveAction`} />
      ) : (
        <Text k="userProfile.emailAddressPage.removeResource.blocked" />
      ),
      danger: row.canRemove,
      isDisabled: !row.canRemove,
      onSelect: () => flow.openRemove(row.id),
    },
  ]
}

const notices = {
  added: 'userProfile.emailAddressPage.emailCode.successMessage',
  verified: 'userProfile.emailAddressPage.emailCode.successMessage',
  primary: 'userProfile.emailAddressPage.primarySuccessMessage',
  removed: 'userProfile.emailAddressPage.removeResource.successMessage',
} as const

function useNotice(notice: EmailAddressesProps['notice']) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (notice) announce(text(notices[notice.kind], { identifier: notice.emailAddress }))
  }, [notice, announce, text])
}
