'use client'

import type { ContactRow, ContactsProps } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { PhoneIcon, PlusIcon } from '../../elements/account-icons.tsx'
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
import { AddContact, type ContactKind, RemoveContact, sections, VerifyContact } from './contact-panels.tsx'

type Props = { kind: ContactKind; flow: ContactsProps }

/** The addresses or the numbers of the person: add, verify, make primary, remove. */
export function ContactsSection({ kind, flow }: Props): ReactNode {
  const id = sections[kind]
  const focus = useSectionFocus(flow)
  useNotice(kind, flow.notice)
  const { panel, rows } = flow
  const { text } = useMessages()
  const add = (
    <Button
      element="profileSectionPrimaryButton"
      elementId={id}
      variant="quiet"
      size="small"
      align="end"
      icon={<PlusIcon size={16} />}
      data-opener="add"
      aria-label={text(`userProfile.start.${id}Section.primaryButton`)}
      onClick={flow.openAdd}
    >
      <span className="cl-wideOnly">
        <Text k={`userProfile.start.${id}Section.primaryButton`} />
      </span>
      <span className="cl-narrowOnly">
        <Text k={`userProfile.start.${id}Section.primaryButton__short`} />
      </span>
    </Button>
  )
  return (
    <div ref={focus}>
      <Section
        id={id}
        title={<Text k={`userProfile.start.${id}Section.title`} />}
        subtitle={<Text k={`userProfile.start.${id}Section.subtitle`} />}
        action={panel.kind === 'add' || rows.length === 0 ? undefined : add}
      >
        <Tray
          id={id}
          rows={
            rows.length > 0 ? (
              rows.map((row) => <ContactLine key={row.id} {...{ kind, row, flow }} />)
            ) : (
              <EmptyRow icon={icons[kind]}>
                <Text k={`userProfile.start.${id}Section.empty`} />{' '}
                {panel.kind !== 'add' && (
                  <Button variant="link" data-opener="add" onClick={flow.openAdd}>
                    <Text k={`userProfile.start.${id}Section.emptyAction`} />
                  </Button>
                )}
              </EmptyRow>
            )
          }
        >
          {panel.kind === 'add' && <AddContact {...{ kind, flow }} />}
        </Tray>
        {panel.kind === 'closed' && <RowAlert error={flow.globalError} onRetry={flow.retry} />}
      </Section>
    </div>
  )
}

function ContactLine({ kind, row, flow }: Props & { row: ContactRow }) {
  const id = sections[kind]

  const { text } = useMessages()
  const { panel } = flow
  const isOpen = panel.kind !== 'closed' && panel.kind !== 'add' && panel.id === row.id
  const facts = [
    <Text
      key="fact"
      k={`userProfile.start.${id}Section.fact__${row.isVerified ? 'verified' : 'unverified'}`}
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
      <Text k={`userProfile.start.${id}Section.detailsAction__unverified`} />
    </Button>
  )
  return (
    <Row
      section={id}
      rowId={row.id}
      icon={icons[kind]}
      name={kind === 'emailAddress' ? <Address>{row.value}</Address> : <bdi dir="ltr">{row.value}</bdi>}
      badge={badge}
      facts={facts}
      suggested={verify || undefined}
      pending={flow.pendingRowId === row.id}
      action={
        isOpen ? undefined : (
          <Menu label={text('userProfile.menuLabel', { name: row.value })} items={itemsOf(kind, row, flow)} />
        )
      }
    >
      {isOpen && panel.kind === 'verify' && <VerifyContact {...{ kind, flow }} value={row.value} />}
      {isOpen && panel.kind === 'remove' && <RemoveContact {...{ kind, flow }} value={row.value} />}
    </Row>
  )
}

function itemsOf(kind: ContactKind, row: ContactRow, flow: ContactsProps) {
  const section = `userProfile.start.${sections[kind]}Section` as const
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
        <Text k={`userProfile.${kind}Page.removeResource.blocked`} />
      ),
      danger: row.canRemove,
      isDisabled: !row.canRemove,
      onSelect: () => flow.openRemove(row.id),
    },
  ]
}

const notices = {
  added: 'emailCode.successMessage',
  verified: 'emailCode.successMessage',
  primary: 'primarySuccessMessage',
  removed: 'removeResource.successMessage',
} as const

const icons = { emailAddress: <MailIcon />, phoneNumber: <PhoneIcon /> }

function useNotice(kind: ContactKind, notice: ContactsProps['notice']) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (notice)
      announce(text(`userProfile.${kind}Page.${notices[notice.kind]}`, { identifier: notice.value }))
  }, [kind, notice, announce, text])
}
