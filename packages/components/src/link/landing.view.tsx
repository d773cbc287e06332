'use client'

import type { LinkLandingProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { Card, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text } from '../messages/messages-context.tsx'

export type LandingViewProps = { landing: LinkLandingProps; flow: 'signIn' | 'signUp'; logo: string }

const names = {
  loading: 'loading',
  elsewhere: 'verifiedSwitchTab',
  expired: 'expired',
  failed: 'failed',
  client_mismatch: 'clientMismatch',
} as const

/** Says what came of a link, and what to do next. */
export function LandingView({ landing, flow, logo }: LandingViewProps): ReactNode {
  const { state, isTicket, globalError, retry, goOn, leave } = landing
  const name = names[state]
  const [press, label] = goOn ? [goOn, 'formButtonPrimary' as const] : [leave, 'emailLink__back' as const]
  return (
    <Card logo={logo}>
      <Header
        title={<Text k={`${flow}.emailLink.${name}.title`} />}
        subtitle={
          isTicket && (state === 'expired' || state === 'failed') ? (
            <Text k={`ticket__${state}`} />
          ) : (
            <Text k={`${flow}.emailLink.${name}.subtitle`} />
          )
        }
        logo={logo || undefined}
      />
      <Main step={`email-link-${name}`}>
        <RowAlert error={globalError} onRetry={retry} />
        {state !== 'elsewhere' || goOn ? (
          <Button variant="primary" block onClick={press}>
            <Text k={label} />
          </Button>
        ) : null}
      </Main>
    </Card>
  )
}
