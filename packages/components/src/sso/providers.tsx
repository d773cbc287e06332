'use client'

import type { SsoOptions } from '@usher/flows'
import { useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import { LazyBoundary, LazyPart, lazyPart } from '../elements/lazy-part.tsx'
import { Skeleton } from '../elements/skeleton.tsx'

const buttons = lazyPart(async () => (await import('./provider-buttons.tsx')).ProviderButtons)

/** The buttons of the providers above a form, in a chunk of their own; nothing where the instance has none. */
export function Providers(props: SsoOptions): ReactNode {
  const count = Object.keys(useEnvironment()?.user_settings.social ?? {}).length
  if (count === 0) return null
  const rows = count > 4 ? 1 : count === 4 ? 2 : count
  return (
    <LazyBoundary fallback={<Skeleton height={`${rows * 3 + 2.25}rem`} />}>
      <LazyPart part={buttons} props={props} />
    </LazyBoundary>
  )
}
