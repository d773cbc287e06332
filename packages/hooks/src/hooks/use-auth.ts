'use client'

import {
  type Api,
  type Clerk,
  isAllowed,
  type Reverification,
  readClaims,
  type SessionClaims,
  type SessionResource,
} from '@usher/client'
import { useMemo } from 'react'
import { type InitialState, useClerkContext } from '../provider/clerk-context.ts'
import { useClerkValue } from './use-clerk-value.ts'

export type GetToken = (options?: {
  skipCache?: boolean | undefined
  template?: string | undefined
}) => Promise<string | null>

/** Answers what somebody may do here: nobody has roles, permissions, features or plans. */
export type Has = (params: { reverification?: Reverification; [other: string]: unknown }) => boolean

type Always = { getToken: GetToken; signOut: Clerk['signOut']; has: Has }
type Loading = {
  isLoaded: false
  isSignedIn: undefined
  userId: undefined
  sessionId: undefined
  sessionClaims: undefined
  actor: undefined
  orgId: undefined
  orgRole: undefined
  orgSlug: undefined
}
type SignedOut = {
  isLoaded: true
  isSignedIn: false
  userId: null
  sessionId: null
  sessionClaims: null
  actor: null
  orgId: null
  orgRole: null
  orgSlug: null
}
type SignedIn = {
  has: Has
  isLoaded: true
  isSignedIn: true
  userId: string
  sessionId: string
  /** What the token says that was known when the session last changed; null when there is none. */
  sessionClaims: SessionClaims | null
  actor: SessionResource['actor']
  orgId: null
  orgRole: null
  orgSlug: null
}

export type UseAuthReturn = Always & (Loading | SignedOut | SignedIn)

const loading = {
  isLoaded: false,
  isSignedIn: undefined,
  userId: undefined,
  sessionId: undefined,
  sessionClaims: undefined,
  actor: undefined,
  orgId: undefined,
  orgRole: undefined,
  orgSlug: undefined,
} as const

const noOrganization = { orgId: null, orgRole: null, orgSlug: null } as const

const signedOut = {
  isLoaded: true,
  isSignedIn: false,
  userId: null,
  sessionId: null,
  sessionClaims: null,
  actor: null,
  ...noOrganization,
} as const

/**
 * Ids of who is signed in, and the token for a backend. Whoever has to do something before the session counts is signed
 * out here unless `treatPendingAsSignedOut` is false. `getToken` waits until that is known; it and `signOut` never
 * change their identity.
 */
export function useAuth({ treatPendingAsSignedOut = true } = {}): UseAuthReturn {
  const { clerk, initialState } = useClerkContext()
  const session = useClerkValue((current) => (current.loaded ? current.session : undefined), nothing)
  const always = useMemo(() => stableActions(clerk), [clerk])
  return useMemo(() => {
    if (session === undefined) return { ...always, ...fromServer(initialState, treatPendingAsSignedOut) }
    if (session === null || (treatPendingAsSignedOut && session.status === 'pending'))
      return { ...always, ...signedOut }
    return { ...always, ...toSignedIn(session, clerk.__internal.api) }
  }, [clerk, always, session, initialState, treatPendingAsSignedOut])
}

const nothing = () => undefined

const stableActions = (clerk: Clerk): Always => ({
  getToken: async (options) => {
    if (clerk.status === 'loading') await clerk.load()
    return (await clerk.session?.getToken(options)) ?? null
  },
  signOut: (...given) => clerk.signOut(...given),
  has: () => false,
})

function fromServer(
  state: InitialState | undefined,
  treatPendingAsSignedOut: boolean,
): Loading | SignedOut | SignedIn {
  if (!state) return loading
  const { userId, sessionId, sessionClaims = null, actor = null } = state
  const isWaiting = treatPendingAsSignedOut && sessionClaims?.sts === 'pending'
  if (!userId || !sessionId || isWaiting) return signedOut
  const has: Has = (params) => isAllowed(params, sessionClaims?.fva)
  return { isLoaded: true, isSignedIn: true, has, userId, sessionId, sessionClaims, actor, ...noOrganization }
}

const toSignedIn = (session: SessionResource, { tokens }: Api): SignedIn => ({
  isLoaded: true,
  isSignedIn: true,
  userId: session.user?.id ?? session.publicUserData.userId,
  sessionId: session.id,
  sessionClaims: readClaims(tokens.peek(session.id) ?? ''),
  has: session.checkAuthorization,
  actor: session.actor,
  ...noOrganization,
})
