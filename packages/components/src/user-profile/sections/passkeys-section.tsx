'use client'

import { type PasskeyRow, type PasskeysProps, usePasskeys } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { PlusIcon } from '../../elements/account-icons.tsx'
import { Badge } from '../../elements/badge.tsx'
import { Button } from '../../elements/button.tsx'
import { PasskeyIcon } from '../../elements/icons.tsx'
import { Menu } from '../../elements/menu.tsx'
import { Section } from '../../elements/page.tsx'
import { EmptyRow, Row, Tray } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { passkeyMessages } from '../../messages/en/passkeys.ts'
import { MessagesProvider, Text, useMessages } from '../../messages/messages-context.tsx'
import { timeAgo } from '../../messages/time-ago.ts'
import { useSectionFocus } from '../use-section-focus.ts'
import { RemovePasskey, RenamePasskey } from './passkey-panels.tsx'

const section = 'userProfile.start.passkeysSection'

/** The passkeys of the person: add, rename, remove. */
export const PasskeysSection = (): ReactNode => (
  <MessagesProvider catalog={passkeyMessages}>
    <Passkeys flow={usePasskeys()} />
  </MessagesProvider>
)

function Passkeys({ flow }: { flow: PasskeysProps }) {
  const focus = useSectionFocus(flow)
  useNotice(flow.notice)
  const { panel, rows, canAdd } = flow
  if (!flow.isVisible) return null
  const isClosed = panel.kind === 'closed'
  return (
    <div ref={focus}>
      <Section
        id="passkeys"
        title={<Text k={`${section}.title`} />}
        action={isClosed && canAdd && rows.length > 0 && <AddButton flow={flow} />}
      >
        <Tray
          id="passkeys"
          rows={
            rows.length > 0 ? (
              rows.map((row) => <PasskeyLine key={row.id} {...{ row, flow }} />)
            ) : (
              <Empty flow={flow} />
            )
          }
        />
        {isClosed && <RowAlert error={flow.globalError} onRetry={flow.retry} />}
      </Section>
    </div>
  )
}

function PasskeyLine({ row, flow }: { row: PasskeyRow; flow: PasskeysProps }) {
  const { text, locale } = useMessages()
  const { panel } = flow
  const { id, name, lastUsedAt, createdAt } = row
  const open = panel.kind !== 'closed' && panel.id === id ? panel.kind : null
  const used =
    lastUsedAt === null ? (
      <Text key="used" k={`${section}.fact__unused`} />
    ) : (
      <Text
        key="used"
        k={`${section}.fact__used`}
        values={{ time: timeAgo(lastUsedAt, Date.now(), locale) }}
      />
    )
  return (
    <Row
      section="passkeys"
      rowId={id}
      icon={<PasskeyIcon />}
      name={name}
      badge={
        row.isBackedUp && (
          <Badge id="synced" color="neutral">
            <Text k="badge__synced" />
          </Badge>
        )
      }
      facts={[used, <Text key="added" k={`${section}.fact__added`} values={{ date: createdAt }} />]}
      action={!open && <Menu label={text('userProfile.menuLabel', { name })} items={itemsOf(id, flow)} />}
    >
      {open === 'rename' && <RenamePasskey {...{ flow, name }} />}
      {open === 'remove' && <RemovePasskey {...{ flow, name }} />}
    </Row>
  )
}

const itemsOf = (id: string, flow: PasskeysProps) => [
  {
    id: 'rename',
    label: <Text k={`${section}.menuAction__rename`} />,
    onSelect: () => flow.openRename(id),
  },
  {
    id: 'remove',
    label: <Text k={`${section}.menuAction__destructive`} />,
    danger: true,
    onSelect: () => flow.openRemove(id),
  },
]

function AddButton({ flow }: { flow: PasskeysProps }) {
  const { text } = useMessages()
  return (
    <Button
      element="profileSectionPrimaryButton"
      elementId="passkeys"
      variant="quiet"
      size="small"
      align="end"
      icon={<PlusIcon size={16} />}
      data-opener="add"
      aria-label={text(`${section}.primaryButton`)}
      pending={flow.isAdding}
      onClick={() => void flow.add()}
    >
      <span className="cl-wideOnly">
        <Text k={`${section}.primaryButton`} />
      </span>
      <span className="cl-narrowOnly">
        <Text k={`${section}.primaryButton__short`} />
      </span>
    </Button>
  )
}

const Empty = ({ flow }: { flow: PasskeysProps }) => (
  <EmptyRow icon={<PasskeyIcon />}>
    <Text k={`${section}.empty`} />{' '}
    {flow.canAdd ? (
      <Button variant="link" data-opener="add" pending={flow.isAdding} onClick={() => void flow.add()}>
        <Text k={`${section}.emptyAction`} />
      </Button>
    ) : (
      <Text k={`${section}.notSupported`} />
    )}
  </EmptyRow>
)

const notices = {
  added: 'userProfile.passkeyScreen.addedMessage',
  renamed: 'userProfile.passkeyScreen.renamedMessage',
  removed: 'userProfile.passkeyScreen.removedMessage',
} as const

function useNotice(notice: PasskeysProps['notice']) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (notice) announce(text(notices[notice]))
  }, [notice, announce, text])
}
