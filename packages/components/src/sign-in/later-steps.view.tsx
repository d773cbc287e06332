'use client'

import type { SignInFlowProps } from '@usher/flows'
import { type ComponentType, lazy, type ReactNode, useState } from 'react'

let Loaded: ComponentType<{ flow: SignInFlowProps }> | undefined

const load = async () => {
  Loaded = (await import('./all-later-steps.view.tsx')).AllLaterSteps
  return { default: Loaded }
}

const Lazy = lazy(load)

/** Fetches the later steps ahead. A failure is tried again when one of them is drawn. */
export const preloadLaterSteps = (): void => void load().catch(() => undefined)

/** A step that nobody starts with; preloaded, it appears without a frame of its fallback. */
export function LaterSteps({ flow }: { flow: SignInFlowProps }): ReactNode {
  const [View] = useState(() => Loaded ?? Lazy)
  return <View flow={flow} />
}
