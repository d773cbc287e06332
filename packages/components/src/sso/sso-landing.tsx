'use client'

import { type SsoLandingOptions, useSsoLanding } from '@usher/flows'
import type { ReactNode } from 'react'
import { Button } from '../elements/button.tsx'
import { Card, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { SkeletonCard } from '../elements/skeleton.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { ssoMessages } from '../messages/en/sso.ts'
import { MessagesProvider, Text } from '../messages/messages-context.tsx'

/** Stands in while what a provider said is taken up, and says what keeps it from going on. */
export function SsoLanding(props: SsoLandingOptions): ReactNode {
  const { globalError, retry, leave } = useSsoLanding(props)
  if (!globalError) return <SkeletonCard height="22rem" />
  return (
    <MessagesProvider catalog={ssoMessages}>
      <Card>
        <Header title={<Text k="ssoCallback__title" />} subtitle={<Text k="ssoCallback__subtitle" />} />
        <Main step="sso-callback">
          <RowAlert error={globalError} onRetry={retry} />
          <Button variant="primary" block onClick={leave}>
            <Text k="ssoCallback__back" />
          </Button>
        </Main>
      </Card>
    </MessagesProvider>
  )
}
