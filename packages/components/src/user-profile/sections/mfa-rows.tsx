'use client'

import type { SecondFactorRow, SecondFactorsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { AuthenticatorIcon, ListIcon } from '../../elements/account-icons.tsx'
import { Badge } from '../../elements/badge.tsx'
import { Button } from '../../elements/button.tsx'
import { MessageIcon } from '../../elements/icons.tsx'
import { Menu } from '../../elements/menu.tsx'
import { Row } from '../../elements/tray.tsx'
import { Text, useMessages } from '../../messages/messages-context.tsx'

const section = 'userProfile.start.mfaSection'

type Props = { row: SecondFactorRow; flow: SecondFactorsProps; children: ReactNode }

/** The app, a number, or the backup codes: what it is, and what can be done about it. */
export function FactorLine({ row, flow, children }: Props): ReactNode {
  const { icon, title } = looks[row.kind]
  const isClosed = flow.panel.kind === 'closed'
  return (
    <Row
      section="mfa"
      rowId={row.id}
      icon={icon}
      name={<Text k={`${section}.${title}.headerTitle`} />}
      badge={
        row.kind === 'backup' ? undefined : (
          <Badge color="success">
            <Text k="badge__on" />
          </Badge>
        )
      }
      facts={factsOf(row)}
      pending={flow.pendingRowId === row.id}
      action={isClosed && (row.kind === 'backup' ? <Renew flow={flow} /> : <FactorMenu {...{ row, flow }} />)}
    >
      {children}
    </Row>
  )
}

const looks = {
  totp: { icon: <AuthenticatorIcon />, title: 'totp' },
  phone: { icon: <MessageIcon />, title: 'phoneCode' },
  backup: { icon: <ListIcon />, title: 'backupCodes' },
} as const

function factsOf(row: SecondFactorRow): ReactNode[] {
  if (row.kind === 'backup') {
    const { left, createdAt } = row
    const count = left === 0 ? 'none' : 'left'
    return [
      <Text key="left" k={`${section}.backupCodes.${count}`} values={{ count: left }} />,
      ...(createdAt === null
        ? []
        : [<Text key="at" k={`${section}.backupCodes.createdAt`} values={{ date: createdAt }} />]),
    ]
  }
  const byDefault = row.isDefault ? [<Text key="default" k="badge__default" />] : []
  if (row.kind === 'totp') return [<Text key="fact" k={`${section}.totp.fact`} />, ...byDefault]
  return [
    <bdi key="number" dir="ltr">
      {row.value}
    </bdi>,
    ...byDefault,
  ]
}

const Renew = ({ flow }: { flow: SecondFactorsProps }) => (
  <Button variant="quiet" size="small" onClick={flow.openRenew}>
    <Text k={`${section}.backupCodes.actionLabel__regenerate`} />
  </Button>
)

function FactorMenu({ row, flow }: { row: SecondFactorRow; flow: SecondFactorsProps }) {
  const { text } = useMessages()
  const name = row.kind === 'phone' ? row.value : text(`${section}.totp.headerTitle`)
  const first = {
    id: 'default',
    label: <Text k={`${section}.phoneCode.actionLabel__setDefault`} />,
    onSelect: () => void flow.setDefault(row.id),
  }
  const remove = {
    id: 'remove',
    label: <Text k={`${section}.totp.destructiveActionTitle`} />,
    danger: true,
    onSelect: () => flow.openRemove(row.id),
  }
  const items = row.kind === 'phone' && row.canSetDefault ? [first, remove] : [remove]
  return <Menu label={text('userProfile.menuLabel', { name })} items={items} />
}
