'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages-context.tsx'
import { Card } from './card.tsx'
import { Heading } from './heading.tsx'

/** A grey place for what is not there yet. `height` and `width` are CSS lengths. */
export function Skeleton({ height, width }: { height?: string; width?: string }): ReactNode {
  return <span className="cl-skeleton" style={{ height, width }} />
}

export type SkeletonCardProps = {
  /** As high as the card that comes, so that nothing moves. */
  height?: string
  /** After a while: "Still loading" and the way to try again. */
  children?: ReactNode
}

/** A card before its instance is known: header and fields as places. */
export function SkeletonCard({ height = '24rem', children }: SkeletonCardProps): ReactNode {
  const { text } = useMessages()
  return (
    <Card>
      <div className="cl-skeletonCard" style={{ minHeight: height }} aria-busy="true" role="status">
        <Heading level={1} className="cl-visuallyHidden">
          {text('loading')}
        </Heading>
        <Skeleton height="2.875rem" width="70%" />
        <Skeleton height="2.5rem" />
        <Skeleton height="2.5rem" />
        <Skeleton height="2.5rem" />
        {children}
      </div>
    </Card>
  )
}
