'use client'

import { useFocusOnChange } from '@usher/primitives'
import { type ReactNode, useReducer, useSyncExternalStore } from 'react'
import { Card } from '../elements/card.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../elements/lazy-part.tsx'
import { SkeletonCard } from '../elements/skeleton.tsx'
import type { LandingCardProps } from './landing-card.tsx'

const landingCard = lazyPart(async () => (await import('./landing-card.tsx')).LandingCard)

export type LinkLandingProps = Omit<LandingCardProps, 'onLeave'> & { children: ReactNode }

/** Shows what came of a link or a provider when one has led to this page, and until then or after that what the page is for. */
export function LinkLanding({ children, ...props }: LinkLandingProps): ReactNode {
  const [, onLeave] = useReducer(() => ({}), {})
  const hasLanded = useSyncExternalStore(never, isLanding, isNot)
  const focus = useFocusOnChange<HTMLDivElement>(String(hasLanded))
  const landing = (
    <LazyBoundary fallback={<SkeletonCard height="22rem" />} around={(failure) => <Card>{failure}</Card>}>
      <LazyPart part={landingCard} props={{ ...props, onLeave }} />
    </LazyBoundary>
  )
  return <div ref={focus}>{hasLanded ? landing : children}</div>
}

const never = () => () => {}
const isNot = () => false
const isLanding = () => /__(clerk_status|clerk_ticket|usher_sso)=/.test(window.location.search)
