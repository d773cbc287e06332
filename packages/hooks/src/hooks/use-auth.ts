'use client'
import { type Clerk, readClaims, type SessionResource } from '@usher/client'
import { useMemo } from 'react'
import { type InitialState, type ProviderValue, useClientValue, useProvider } from '../provider/clerk-context.ts'

/** What `has` may be asked. */
export type AuthParams = { role?: string; permission?: string; feature?: string; plan?: string }

type Claims = Record<string, unknown>
type Always = {
  /** Whether the person has a role, permission, feature or plan. This server knows none yet, so: never. */
  has: (params: AuthParams) => boolean
  signOut: Clerk['signOut']
  /** A token for a backend, good for 60 seconds; waits until loaded, null when signed out. */
  getToken: ProviderValue['getToken']
}
type Organization<Value> = { orgId: Value; orgRole: Value; orgSlug: Value }

export type UseAuthReturn = Always &
  (
    | ({
        isLoaded: false
        isSignedIn: undefined
        userId: undefined
        sessionId: undefined
        sessionClaims: undefined
        actor: undefined
      } & Organization<undefined>)
    | ({
        isLoaded: true
        isSignedIn: false
        userId: null
        sessionId: null
        sessionClaims: null
        actor: null
      } & Organization<null>)
    | ({
        isLoaded: true
        isSignedIn: true
        userId: string
        sessionId: string
        sessionClaims: Claims
        actor: Claims | null
      } & Organization<null>)
  )

/**
 * Who is signed in, as ids, and the token for a backend.
 * @param options.treatPendingAsSignedOut whether a session that waits for something counts as none; true without it
 */
export function useAuth({ treatPendingAsSignedOut = true } = {}): UseAuthReturn {
  const { clerk, getToken, initialState } = useProvider()
  const session = useClientValue((client) => client && client.activeSession)
  const jwt = session?.lastActiveToken?.jwt
  const claims = useMemo(() => (jwt === undefined ? null : readClaims(jwt)), [jwt])
  const always = { has: hasNone, signOut: clerk.signOut, getToken }
  const facts = session === undefined ? initialFacts(initialState) : sessionFacts(session, claims)
  if (facts === undefined) return { ...always, ...loading }
  if (facts === null || (treatPendingAsSignedOut && session?.status === 'pending')) return { ...always, ...signedOut }
  return { ...always, ...facts, ...noOrganization, isLoaded: true, isSignedIn: true }
}

const noOrganization = { orgId: null, orgRole: null, orgSlug: null }
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
const signedOut = {
  isLoaded: true,
  isSignedIn: false,
  userId: null,
  sessionId: null,
  sessionClaims: null,
  actor: null,
  ...noOrganization,
} as const

const hasNone = () => false

const sessionFacts = (session: SessionResource | null, claims: Claims | null) =>
  session && {
    userId: session.user?.id ?? session.publicUserData.userId,
    sessionId: session.id,
    sessionClaims: claims ?? {},
    actor: session.actor,
  }

function initialFacts(state: InitialState | undefined) {
  const { userId, sessionId, sessionClaims, actor = null } = state ?? {}
  if (userId && sessionId) return { userId, sessionId, sessionClaims: sessionClaims ?? {}, actor }
  return userId === null ? null : undefined
}
