'use client'

import { ClerkRuntimeError } from '@usher/client'
import {
  type GetToken,
  type UseAuthReturn as UseAuthNow,
  useAuth as useAuthNow,
  useSessionList as useSessionListNow,
  useSession as useSessionNow,
  useUser as useUserNow,
} from '@usher/hooks'
import { useSignIn as useSignInNow, useSignUp as useSignUpNow } from '@usher/hooks/legacy'
import { useEffect, useMemo } from 'react'
import {
  type ActiveSessionResource,
  in2022,
  type MagicLinkFlow,
  type SessionResource,
  type SignInResource,
  type SignUpResource,
  type UserResource,
} from './resources.ts'
import { type SetActive, type SetSession, useClerk } from './use-clerk.ts'

type Nothing<Keys extends string> = { isLoaded: false } & { [Key in Keys]: undefined }
type Setters = { setSession: SetSession; setActive: SetActive }

export type UseUserReturn =
  | Nothing<'isSignedIn' | 'user'>
  | { isLoaded: true; isSignedIn: false; user: null }
  | { isLoaded: true; isSignedIn: true; user: UserResource }

/** Who is signed in. */
export function useUser(): UseUserReturn {
  const now = useUserNow()
  return { ...now, user: in2022(now.user) } as UseUserReturn
}

export type UseSessionReturn =
  | Nothing<'isSignedIn' | 'session'>
  | { isLoaded: true; isSignedIn: false; session: null }
  | { isLoaded: true; isSignedIn: true; session: ActiveSessionResource }

/** The session that is active in this browser; one that still has tasks, which 2022 did not know, counts as none. */
export function useSession(): UseSessionReturn {
  const { isLoaded, isSignedIn, session } = useSessionNow()
  if (!isLoaded) return { isLoaded, isSignedIn, session }
  if (!isSignedIn) return { isLoaded, isSignedIn, session: null }
  return { isLoaded, isSignedIn, session: in2022(session) as ActiveSessionResource }
}

export type UseSessionListReturn =
  | Nothing<'sessions' | 'setSession' | 'setActive'>
  | ({ isLoaded: true; sessions: SessionResource[] } & Setters)

/** The accounts that are signed in on this browser, and how to change between them. */
export function useSessionList(): UseSessionListReturn {
  const { isLoaded, sessions } = useSessionListNow()
  const { setSession, setActive } = useClerk()
  if (!isLoaded) return { isLoaded, sessions, setSession: undefined, setActive: undefined }
  return { isLoaded, sessions: in2022(sessions), setSession, setActive }
}

export type UseSignInReturn =
  | Nothing<'signIn' | 'setSession' | 'setActive'>
  | ({ isLoaded: true; signIn: SignInResource } & Setters)

/** The sign-in of this browser. */
export function useSignIn(): UseSignInReturn {
  const { isLoaded, signIn } = useSignInNow()
  const { setSession, setActive } = useClerk()
  if (!isLoaded) return { isLoaded, signIn, setSession: undefined, setActive: undefined }
  return { isLoaded, signIn: in2022(signIn) as SignInResource, setSession, setActive }
}

export type UseSignUpReturn =
  | Nothing<'signUp' | 'setSession' | 'setActive'>
  | ({ isLoaded: true; signUp: SignUpResource } & Setters)

/** The sign-up of this browser. */
export function useSignUp(): UseSignUpReturn {
  const { isLoaded, signUp } = useSignUpNow()
  const { setSession, setActive } = useClerk()
  if (!isLoaded) return { isLoaded, signUp, setSession: undefined, setActive: undefined }
  return { isLoaded, signUp: in2022(signUp) as SignUpResource, setSession, setActive }
}

/** `leewayInSeconds` is accepted: a token is renewed in time by itself. */
type GetToken2022 = (
  options?: Parameters<GetToken>[0] & { leewayInSeconds?: number },
) => Promise<string | null>

export type UseAuthReturn = UseAuthNow & { getToken: GetToken2022 }

/** Ids of who is signed in, and the token for a backend. */
export const useAuth: () => UseAuthReturn = () => useAuthNow()

/** Sends a link and waits for it; waiting ends when the component goes. */
export function useMagicLink<Params, Resource>(resource: {
  createMagicLinkFlow(): MagicLinkFlow<Params, Resource>
}): MagicLinkFlow<Params, Resource> {
  const { createMagicLinkFlow } = resource
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer makes a new resource, and the flow outlives it
  const flow = useMemo(createMagicLinkFlow, [])
  useEffect(() => flow.cancelMagicLinkFlow, [flow])
  return flow
}

export type UseOrganizationsReturn =
  | Nothing<'createOrganization' | 'getOrganizationMemberships' | 'getOrganization'>
  | {
      isLoaded: true
      createOrganization: (params: { name: string }) => Promise<never>
      getOrganizationMemberships: () => Promise<never[]>
      getOrganization: (organizationId: string) => Promise<undefined>
    }

/** Nobody has organizations here: the lists are empty, and none can be made. */
export function useOrganizations(): UseOrganizationsReturn {
  const { isLoaded } = useUserNow()
  return isLoaded ? { isLoaded, ...noOrganizations } : { isLoaded, ...unknown }
}

const unknown = {
  createOrganization: undefined,
  getOrganizationMemberships: undefined,
  getOrganization: undefined,
}

const noOrganizations = {
  createOrganization: async () => {
    throw new ClerkRuntimeError('This server has no organizations, so none can be made.', {
      code: 'organizations_not_available',
    })
  },
  getOrganizationMemberships: async () => [],
  getOrganization: async () => undefined,
}
