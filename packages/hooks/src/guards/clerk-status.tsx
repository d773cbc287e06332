'use client'

import type { ClerkStatus } from '@usher/client'
import type { ReactNode } from 'react'
import { useClerkValue } from '../hooks/use-clerk-value.ts'

type Props = { children?: ReactNode }

/** Shows its children once it is known who is signed in. */
export const ClerkLoaded = (props: Props): ReactNode => <When {...props} is={['ready', 'degraded']} />

/** Shows its children until it is known who is signed in. */
export const ClerkLoading = (props: Props): ReactNode => <When {...props} is={['loading']} />

/** Shows its children when the server could not be reached. */
export const ClerkFailed = (props: Props): ReactNode => <When {...props} is={['error']} />

/** Shows its children while the server answers only in part. */
export const ClerkDegraded = (props: Props): ReactNode => <When {...props} is={['degraded']} />

function When({ is, children }: Props & { is: ClerkStatus[] }) {
  const status = useClerkValue<ClerkStatus>((clerk) => clerk.status, loading)
  return is.includes(status) ? children : null
}

const loading = () => 'loading' as const
