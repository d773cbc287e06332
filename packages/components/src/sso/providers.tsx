'use client'

import type { SsoOptions } from '@usher/flows'
import { useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import { useAppearance } from '../appearance/appearance-context.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../elements/lazy-part.tsx'
import { Skeleton } from '../elements/skeleton.tsx'
import type { ProviderColumns } from './provider-buttons.tsx'

const buttons = lazyPart(async () => (await import('./provider-buttons.tsx')).ProviderButtons)

/** The buttons of the providers beside a form, in a chunk of their own; nothing where the instance has none. */
export function Providers(props: SsoOptions): ReactNode {
  const { socialButtonsVariant: variant } = useAppearance().options
  const count = Object.keys(useEnvironment()?.user_settings.social ?? {}).length
  if (count === 0) return null
  const free = variant === 'blockButton' ? 0 : count
  const columns: ProviderColumns = variant === 'iconButton' || free > 4 ? 'icons' : free === 4 ? 2 : null
  const rows = columns === 'icons' ? 1 : columns === 2 ? 2 : count
  return (
    <LazyBoundary fallback={<Skeleton height={`${rows * 3 + 2.25}rem`} />}>
      <LazyPart part={buttons} props={{ ...props, columns }} />
    </LazyBoundary>
  )
}
