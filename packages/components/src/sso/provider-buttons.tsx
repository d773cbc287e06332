'use client'

import { type SsoOptions, type SsoProps, type SsoProvider, useSso } from '@usher/flows'
import type { ReactNode } from 'react'
import { Badge } from '../elements/badge.tsx'
import { Divider, MethodList, MethodRow } from '../elements/method-row.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { ssoMessages } from '../messages/en/sso.ts'
import { MessagesProvider, Text } from '../messages/messages-context.tsx'
import { ProviderLogo } from './provider-logo.tsx'

/** One button for each provider: a column of up to three, two columns of four, and marks alone of more. */
export function ProviderButtons(props: SsoOptions): ReactNode {
  const sso = useSso(props)
  const count = sso.providers.length
  const columns = count > 4 ? 'icons' : count === 4 ? 2 : null
  return (
    <MessagesProvider catalog={ssoMessages}>
      <div className="cl-providers">
        <MethodList element="socialButtons" {...(columns && { columns })}>
          {sso.providers.map((provider) => (
            <ProviderButton key={provider.strategy} {...{ provider, sso, columns }} />
          ))}
        </MethodList>
        <RowAlert error={sso.error} onRetry={sso.retry} />
        <Divider>
          <Text k="dividerText" />
        </Divider>
      </div>
    </MessagesProvider>
  )
}

function ProviderButton({
  provider,
  sso,
  columns,
}: {
  provider: SsoProvider
  sso: SsoProps
  columns: 2 | 'icons' | null
}) {
  const { strategy, slug, name, isLastUsed } = provider
  const isIcon = columns === 'icons'
  const text = columns === 2 ? 'socialButtonsBlockButtonManyInView' : 'socialButtonsBlockButton'
  return (
    <MethodRow
      element={isIcon ? 'socialButtonsIconButton' : 'socialButtonsBlockButton'}
      elementId={slug}
      icon={<ProviderLogo {...provider} />}
      iconOnly={isIcon}
      pending={sso.pending === strategy}
      aria-disabled={sso.pending !== null && sso.pending !== strategy}
      badge={
        isLastUsed &&
        !columns && (
          <Badge>
            <Text k="lastAuthenticationStrategy" />
          </Badge>
        )
      }
      onClick={() => void sso.start(strategy)}
    >
      <Text k={text} values={{ provider: name }} />
    </MethodRow>
  )
}
