'use client'

import { type SsoOptions, type SsoProps, type SsoProvider, useSso } from '@usher/flows'
import type { ReactNode } from 'react'
import { useAppearance } from '../appearance/appearance-context.tsx'
import { Badge } from '../elements/badge.tsx'
import { Divider, MethodList, MethodRow } from '../elements/method-row.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { ssoMessages } from '../messages/en/sso.ts'
import { MessagesProvider, Text } from '../messages/messages-context.tsx'
import { ProviderLogo } from './provider-logo.tsx'

/** Two columns with words, marks alone, or null for a row each. */
export type ProviderColumns = 2 | 'icons' | null

export type ProviderButtonsProps = SsoOptions & {
  columns: ProviderColumns
}

/** One button for each provider, and the word between them and the form. */
export function ProviderButtons({ columns, ...options }: ProviderButtonsProps): ReactNode {
  const sso = useSso(options)
  const isBelow = useAppearance().options.socialButtonsPlacement === 'bottom'
  const divider = (
    <Divider>
      <Text k="dividerText" />
    </Divider>
  )
  return (
    <MessagesProvider catalog={ssoMessages}>
      <div className="cl-providers">
        {isBelow && divider}
        <MethodList element="socialButtons" {...(columns && { columns })}>
          {sso.providers.map((provider) => (
            <ProviderButton key={provider.strategy} {...{ provider, sso, columns }} />
          ))}
        </MethodList>
        <RowAlert error={sso.error} onRetry={sso.retry} />
        {!isBelow && divider}
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
  columns: ProviderColumns
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
