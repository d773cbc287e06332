'use client'

import type { ConnectedAccountsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { FormButtons } from '../../elements/form.tsx'
import { MethodList, MethodRow } from '../../elements/method-row.tsx'
import { Panel } from '../../elements/tray.tsx'
import { RowAlert } from '../../errors/global-alert.tsx'
import { Text } from '../../messages/messages-context.tsx'
import { ProviderLogo } from '../../sso/provider-logo.tsx'
import { Cancel, ConfirmPanel } from './panels.tsx'

const id = 'connectedAccounts'
const page = 'userProfile.connectedAccountPage'

type Props = { flow: ConnectedAccountsProps }

/** Which provider to connect an account of. */
export function ConnectPanel({ flow }: Props): ReactNode {
  return (
    <Panel
      id={id}
      title={<Text k={`${page}.title`} />}
      subtitle={<Text k={`${page}.formHint`} />}
      onCancel={flow.close}
    >
      <div className="cl-form">
        <MethodList element="socialButtons" {...(flow.addable.length > 3 && { columns: 2 })}>
          {flow.addable.map((provider) => (
            <MethodRow
              key={provider.strategy}
              element="socialButtonsBlockButton"
              elementId={provider.slug}
              icon={<ProviderLogo {...provider} />}
              pending={flow.pendingId === provider.strategy}
              onClick={() => void flow.connect(provider.strategy)}
            >
              {provider.name}
            </MethodRow>
          ))}
        </MethodList>
        <RowAlert error={flow.globalError} onRetry={flow.retry} />
        <FormButtons>
          <Cancel flow={flow} />
        </FormButtons>
      </div>
    </Panel>
  )
}

/** Asks once more before an account is disconnected. */
export function DisconnectPanel({ flow, provider }: Props & { provider: string }): ReactNode {
  return (
    <ConfirmPanel
      flow={flow}
      id={id}
      title={<Text k={`${page}.removeResource.title`} values={{ provider }} />}
      subtitle={
        <>
          <Text k={`${page}.removeResource.messageLine1`} />{' '}
          <Text k={`${page}.removeResource.messageLine2`} />
        </>
      }
      onConfirm={() => flow.confirmRemove()}
    >
      <Text k="userProfile.start.connectedAccountsSection.destructiveActionTitle" />
    </ConfirmPanel>
  )
}
