'use client'

import { useEnvironment, useLook } from '@usher/hooks'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { AppearanceProvider } from '../appearance/appearance-context.tsx'
import type { Appearance, ProviderAppearance } from '../appearance/types.ts'
import { RootBox, type RootBoxProps } from '../elements/root-box.tsx'
import { commonMessages } from '../messages/en/common.ts'
import { errorMessages } from '../messages/en/errors.ts'
import { type Catalog, MessagesProvider } from '../messages/messages-context.tsx'

export type ComponentRootProps = Pick<RootBoxProps, 'flow' | 'size'> & {
  appearance?: Appearance | undefined
  /** The English texts of the component. */
  catalog: Catalog
  children: ReactNode
}

/** What stands around every prebuilt component: its look, its texts, and its outermost element. */
export function ComponentRoot({ flow, size, appearance, catalog, children }: ComponentRootProps): ReactNode {
  const look = useLook()
  const provider = look.appearance as ProviderAppearance | undefined
  const scoped = provider?.[flow as keyof ProviderAppearance] as Appearance | undefined
  const environment = useEnvironment()
  const host = useHost()
  const values = useMemo(
    () => ({ applicationName: environment?.display_config.application_name ?? '', host }),
    [environment, host],
  )
  return (
    <AppearanceProvider appearances={[provider, scoped, appearance]} nonce={look.nonce}>
      <MessagesProvider
        catalog={commonMessages}
        localization={look.localization as Catalog | undefined}
        values={values}
      >
        <MessagesProvider catalog={errorMessages}>
          <MessagesProvider catalog={catalog}>
            <RootBox flow={flow} size={size}>
              {children}
            </RootBox>
          </MessagesProvider>
        </MessagesProvider>
      </MessagesProvider>
    </AppearanceProvider>
  )
}

// A server that renders the page does not know its host.
function useHost(): string {
  const [host, setHost] = useState('')
  useEffect(() => setHost(window.location.host), [])
  return host
}
