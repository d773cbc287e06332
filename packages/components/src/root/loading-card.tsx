'use client'

import { useClerk } from '@usher/hooks'
import { type ReactNode, useEffect, useState } from 'react'
import { Alert } from '../elements/alert.tsx'
import { Button } from '../elements/button.tsx'
import { SkeletonCard, type SkeletonCardProps } from '../elements/skeleton.tsx'
import { Text } from '../messages/messages-context.tsx'

const patience = 8000

/** Stands in until the instance is known; says so when that takes long or fails, and offers to try again. */
export function LoadingCard({ height }: Pick<SkeletonCardProps, 'height'>): ReactNode {
  const clerk = useClerk()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  const hasFailed = clerk.status === 'error' || clerk.status === 'degraded'
  return (
    <SkeletonCard {...(height && { height })}>
      {hasFailed && (
        <Alert title={<Text k="unreachable__title" values={{ applicationName: clerk.frontendApi }} />}>
          <Text k="unreachable__text" />
        </Alert>
      )}
      {(hasFailed || isLong) && (
        <div className="cl-skeletonText">
          {!hasFailed && <Text k="loadingLong__text" />}{' '}
          <Button variant="link" onClick={() => void clerk.load()}>
            <Text k="loadingLong__retry" />
          </Button>
        </div>
      )}
    </SkeletonCard>
  )
}
