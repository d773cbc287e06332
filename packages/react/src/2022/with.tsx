'use client'

import type { ComponentType, FC, ReactNode } from 'react'
import { useSession, useUser } from './hooks.ts'
import type { ActiveSessionResource, UserResource } from './resources.ts'
import { type Clerk, useClerk } from './use-clerk.ts'

const useSignedInUser = () => useUser().user
const useSignedInSession = () => useSession().session
const useLoadedClerk = () => {
  const { isLoaded } = useUser()
  const clerk = useClerk()
  return isLoaded ? clerk : null
}

/** Makes a wrapper that gives a component what a hook knows, and renders nothing until it knows something. */
const hoc =
  <Name extends string, Value>(name: Name, useValue: () => Value | null | undefined) =>
  <Props extends Record<Name, Value>>(
    Component: ComponentType<Props>,
    displayName = Component.displayName ?? Component.name,
  ): FC<Omit<Props, Name>> => {
    const Wrapped: FC<Omit<Props, Name>> = (props) => {
      const value = useValue()
      return value ? <Component {...({ ...props, [name]: value } as unknown as Props)} /> : null
    }
    Wrapped.displayName = displayName
    return Wrapped
  }

/** Makes a component that gives its child, a function, what a hook knows. */
const renderProp =
  <Value,>(useValue: () => Value | null | undefined): FC<{ children: (value: Value) => ReactNode }> =>
  ({ children }) => {
    const value = useValue()
    return value ? children(value) : null
  }

/** Gives a component the prop `user`; it renders for the signed in only. */
export const withUser = hoc<'user', UserResource>('user', useSignedInUser)
/** Gives a component the prop `session`; it renders for the signed in only. */
export const withSession = hoc<'session', ActiveSessionResource>('session', useSignedInSession)
/** Gives a component the prop `clerk`, once that is loaded. */
export const withClerk = hoc<'clerk', Clerk>('clerk', useLoadedClerk)

/** Gives its child, a function, who is signed in. */
export const WithUser = renderProp<UserResource>(useSignedInUser)
/** Gives its child, a function, the active session. */
export const WithSession = renderProp<ActiveSessionResource>(useSignedInSession)
/** Gives its child, a function, the object behind the hooks, once that is loaded. */
export const WithClerk = renderProp<Clerk>(useLoadedClerk)
