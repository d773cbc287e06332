'use client'

import { useClerk, useSession } from '@usher/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { Card } from '../elements/card.tsx'
import { LazyBoundary, LazyPart } from '../elements/lazy-part.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { taskCard } from './task-part.ts'

export type SessionTasksProps = {
  /** Where to go when nothing is left to do. */
  redirectUrl: () => string
  fallback?: ReactNode
  /** What stands here for everybody else. */
  children: ReactNode
}

/** Stands around a card of signing in or up: what its session waits for takes its place, until that is done to its end. */
export function SessionTasks({ redirectUrl, fallback, children }: SessionTasksProps): ReactNode {
  const clerk = useClerk()
  const { isLoaded, session } = useSession()
  const [isWaiting, setWaiting] = useState(false)
  const [hasStood, setStood] = useState(false)
  const hasTask = Boolean(session?.currentTask)
  if (hasTask && !isWaiting) setWaiting(true)
  // Signed out: there is nothing to do for anybody.
  if (isLoaded && !session && isWaiting) setWaiting(false)
  const isOther = isLoaded && !isWaiting
  useEffect(() => {
    if (isOther) setStood(true)
  }, [isOther])
  if (!isWaiting) return children
  const onDone = () => {
    clerk.closeSignIn()
    clerk.closeSignUp()
  }
  const props = { redirectUrl: redirectUrl(), onDone, takesFocus: hasStood, fallback }
  return (
    <LazyBoundary
      fallback={fallback ?? <LoadingCard height="22rem" />}
      around={(failure) => <Card>{failure}</Card>}
    >
      <LazyPart part={taskCard} props={props} />
    </LazyBoundary>
  )
}
