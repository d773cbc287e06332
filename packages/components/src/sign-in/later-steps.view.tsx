'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { LazyPart, lazyPart } from '../elements/lazy-part.tsx'

/** The steps that nobody starts with. */
export const laterSteps = lazyPart(async () => (await import('./all-later-steps.view.tsx')).AllLaterSteps)

export const LaterSteps = (props: { flow: SignInFlowProps }): ReactNode => (
  <LazyPart part={laterSteps} props={props} />
)
