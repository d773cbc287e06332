'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import type { ModalProps } from './modal.tsx'

const Loaded = lazy(() => import('./modal.tsx').then(({ Modal }) => ({ default: Modal })))

/** `Modal`, whose code is fetched when it first opens. */
export function LazyModal(props: ModalProps): ReactNode {
  return props.open ? (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  ) : null
}
