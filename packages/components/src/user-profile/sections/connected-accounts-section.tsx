'use client'

import { type ConnectedAccount, type ConnectedAccountsProps, useConnectedAccounts } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { LinkIcon, PlusIcon } from '../../elements/account-icons.tsx'
import { Address } from '../../elements/address.tsx'
import { Badge } from '../../elements/badge.tsx'
import { Button } from '../../elements/button.tsx'
import { Menu } from '../../elements/menu.tsx'
import { Section } from '../../elements/page.tsx'
import { EmptyRow, Row, Tray } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { connectedAccountMessages } from '../../messages/en/connected-accounts.ts'
import { MessagesProvider, Text, useMessages } from '../../messages/messages-context.tsx'
import { ProviderLogo } from '../../sso/provider-logo.tsx'
import { useSectionFocus } from '../use-section-focus.ts'
import { ConnectPanel, DisconnectPanel } from './connected-account-panels.tsx'

const id = 'connectedAccounts'
const section = 'userProfile.start.connectedAccountsSection'

export type ConnectedAccountsSectionProps = {
  additionalOAuthScopes?: Record<string, string[]> | undefined
}

/** The accounts elsewhere that the person signs in with: connect, reconnect, disconnect. */
export const ConnectedAccountsSection = (props: ConnectedAccountsSectionProps): ReactNode => (
  <MessagesProvider catalog={connectedAccountMessages}>
    <Accounts flow={useConnectedAccounts(props)} />
  </MessagesProvider>
)

function Accounts({ flow }: { flow: ConnectedAccountsProps }) {
  const focus = useSectionFocus(flow)
  useNotice(flow.removed)
  const { panel, rows, addable } = flow
  const isEmpty = rows.length === 0
  return (
    <div ref={focus}>
      <Section
        id={id}
        title={<Text k={`${section}.title`} />}
        subtitle={<Text k={`${section}.subtitle`} />}
        action={!isEmpty && panel.kind !== 'add' && addable.length > 0 && <AddButton flow={flow} />}
      >
        <Tray
          id={id}
          rows={
            isEmpty ? (
              <EmptyRow icon={<LinkIcon />}>
                <Text k={`${section}.empty`} />{' '}
                <Button variant="link" data-opener="add" onClick={flow.openAdd}>
                  <Text k={`${section}.emptyAction`} />
                </Button>
              </EmptyRow>
            ) : (
              rows.map((row) => <AccountLine key={row.id} row={row} flow={flow} />)
            )
          }
        >
          {panel.kind === 'add' && <ConnectPanel flow={flow} />}
        </Tray>
        {panel.kind === 'closed' && <RowAlert error={flow.globalError} onRetry={flow.retry} />}
      </Section>
    </div>
  )
}

function AddButton({ flow }: { flow: ConnectedAccountsProps }) {
  const { text } = useMessages()
  return (
    <Button
      element="profileSectionPrimaryButton"
      elementId="connectedAccounts"
      variant="quiet"
      size="small"
      align="end"
      icon={<PlusIcon size={16} />}
      data-opener="add"
      aria-label={text(`${section}.primaryButton`)}
      onClick={flow.openAdd}
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

function AccountLine({ row, flow }: { row: ConnectedAccount; flow: ConnectedAccountsProps }) {
  const { text, error } = useMessages()
  const { provider, identifier, isConnected, canReconnect } = row
  const isOpen = flow.panel.kind === 'remove' && flow.panel.id === row.id
  const fact = row.error ? (
    error(row.error)
  ) : canReconnect ? (
    <Text k={`${section}.fact__lacksPermission`} />
  ) : null
  const name = identifier && <Address>{identifier}</Address>
  const facts = [name, fact].filter(Boolean)
  return (
    <Row
      section={id}
      rowId={row.id}
      icon={<ProviderLogo {...provider} />}
      name={provider.name}
      badge={
        row.error && (
          <Badge id="reconnect" color="warning">
            <Text k={`${section}.badge__reconnect`} />
          </Badge>
        )
      }
      facts={facts.length > 0 ? facts : [<Text key="fact" k={`${section}.fact__connected`} />]}
      suggested={
        canReconnect &&
        !isOpen && (
          <Button
            size="small"
            pending={flow.pendingId === row.id}
            aria-label={`${text(`${section}.actionLabel__${isConnected ? 'reauthorize' : 'connectionFailed'}`)}, ${provider.name}`}
            onClick={() => void flow.reconnect(row.id)}
          >
            <Text k={`${section}.actionLabel__${isConnected ? 'reauthorize' : 'connectionFailed'}`} />
          </Button>
        )
      }
      action={
        isOpen ? undefined : (
          <Menu
            label={text('userProfile.menuLabel', { name: provider.name })}
            items={[
              {
                id: 'remove',
                label: <Text k={`${section}.destructiveActionTitle`} />,
                danger: true,
                onSelect: () => flow.openRemove(row.id),
              },
            ]}
          />
        )
      }
    >
      {isOpen && <DisconnectPanel flow={flow} provider={provider.name} />}
    </Row>
  )
}

function useNotice(provider: string | null) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (provider)
      announce(text('userProfile.connectedAccountPage.removeResource.successMessage', { provider }))
  }, [provider, announce, text])
}
