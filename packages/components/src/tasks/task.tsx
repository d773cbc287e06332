'use client'

import type { SessionTaskOptions } from '@usher/flows'
import type { ReactNode } from 'react'
import type { Appearance } from '../appearance/types.ts'
import { Card } from '../elements/card.tsx'
import { LazyBoundary, LazyPart } from '../elements/lazy-part.tsx'
import { ComponentRoot } from '../root/component-root.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { taskCard } from './task-part.ts'

export type TaskProps = {
  /** Where to go when nothing is left to do; who has nothing to do here is led there at once. */
  redirectUrlComplete: string
  /** Look of this component, over that of the provider. */
  appearance?: Appearance | undefined
  /** What is shown until the instance is known. */
  fallback?: ReactNode
}

type Task = { flow: 'taskResetPassword' | 'taskSetupMfa'; only: SessionTaskOptions['only'] }

const noTexts = {}

/** One task, standing by itself on a page that `taskUrls` names. */
export function Task({ redirectUrlComplete, appearance, fallback, flow, only }: TaskProps & Task): ReactNode {
  return (
    <ComponentRoot flow={flow} appearance={appearance} catalog={noTexts}>
      <LazyBoundary
        fallback={fallback ?? <LoadingCard height="22rem" />}
        around={(failure) => <Card>{failure}</Card>}
      >
        <LazyPart
          part={taskCard}
          props={{ redirectUrl: redirectUrlComplete, only, fallback, takesFocus: false }}
        />
      </LazyBoundary>
    </ComponentRoot>
  )
}
