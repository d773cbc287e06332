'use client'

import type { SetActiveParams as SetActiveNow } from '@usher/client'
import { type Clerk as ClerkNow, useClerk as useClerkNow } from '@usher/hooks'
import {
  type ActiveSessionResource,
  type ClientResource,
  in2022,
  type SessionResource,
  type UserResource,
} from './resources.ts'

type BeforeEmit = (session: ActiveSessionResource | null) => unknown
type AnySession = { id: string } | string | null

/** Makes a session the active one; `beforeEmit` then goes on. */
export type SetSession = (session: AnySession, beforeEmit?: BeforeEmit) => Promise<void>
export type SetActiveParams = Omit<SetActiveNow, 'navigate'> & { beforeEmit?: BeforeEmit | undefined }
export type SetActive = (params: SetActiveParams) => Promise<void>

type Resources = {
  client: ClientResource
  session: SessionResource | null
  user: UserResource | null
}

export type Clerk = Omit<ClerkNow, 'client' | 'session' | 'user' | 'setActive' | 'addListener'> & {
  readonly client: ClientResource | undefined
  readonly session: SessionResource | null | undefined
  readonly user: UserResource | null | undefined
  setActive: SetActive
  setSession: SetSession
  addListener(listener: (resources: Resources) => void): () => void
  handleMagicLinkVerification: ClerkNow['handleEmailLinkVerification']
  isReady(): boolean
}

const known = new WeakMap<ClerkNow, Clerk>()

/** The object behind the hooks. */
export function useClerk(): Clerk {
  const clerk = useClerkNow()
  const old = known.get(clerk) ?? clerkOf2022(clerk)
  known.set(clerk, old)
  return old
}

function clerkOf2022(clerk: ClerkNow): Clerk {
  const setActive: SetActive = ({ beforeEmit, ...params }) => {
    const navigate =
      beforeEmit &&
      (({ session }: { session: unknown }) => beforeEmit(in2022(session) as ActiveSessionResource | null))
    return clerk.setActive({ ...params, navigate })
  }
  return Object.defineProperties(
    Object.create(clerk),
    Object.getOwnPropertyDescriptors({
      get client() {
        return in2022(clerk.client)
      },
      get session() {
        return in2022(clerk.session)
      },
      get user() {
        return in2022(clerk.user)
      },
      setActive,
      setSession: (session: AnySession, beforeEmit?: BeforeEmit) => setActive({ session, beforeEmit }),
      addListener: (listener: (resources: Resources) => void) =>
        clerk.addListener(({ client, session, user }) =>
          listener({ client: in2022(client), session: in2022(session), user: in2022(user) }),
        ),
      handleMagicLinkVerification: clerk.handleEmailLinkVerification,
      isReady: () => clerk.loaded,
    }),
  )
}
