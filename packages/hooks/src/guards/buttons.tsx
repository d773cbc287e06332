'use client'
import type { RedirectOptions } from '@usher/client'
import {
  Children,
  cloneElement,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { useClerk } from '../hooks/use-clerk.ts'

export type SignInButtonProps = RedirectOptions & {
  /** Whether the page changes or a dialog opens. */
  mode?: 'redirect' | 'modal'
  /** One element, a button or what acts like one. */
  children?: ReactNode
}

export type SignUpButtonProps = SignInButtonProps & { unsafeMetadata?: Record<string, unknown> }

export type SignOutButtonProps = {
  /** Where to go afterwards; `afterSignOutUrl` of the provider when there is none. */
  redirectUrl?: string
  /** One of several sessions of this browser; all of them when there is none. */
  sessionId?: string
  children?: ReactNode
}

/** Gives its child what it needs to lead to the sign-in. */
export function SignInButton({ mode = 'redirect', children, ...options }: SignInButtonProps): ReactNode {
  const clerk = useClerk()
  return button(children, 'Sign in', () =>
    mode === 'modal' ? clerk.openSignIn(options) : clerk.redirectToSignIn(options),
  )
}

/** Gives its child what it needs to lead to the sign-up. */
export function SignUpButton({ mode = 'redirect', children, ...options }: SignUpButtonProps): ReactNode {
  const clerk = useClerk()
  return button(children, 'Sign up', () =>
    mode === 'modal' ? clerk.openSignUp(options) : clerk.redirectToSignUp(options),
  )
}

/** Gives its child what it needs to sign out. */
export function SignOutButton({ redirectUrl, sessionId, children }: SignOutButtonProps): ReactNode {
  const clerk = useClerk()
  return button(children, 'Sign out', () => clerk.signOut({ redirectUrl, sessionId }))
}

type Clickable = ReactElement<{ onClick?: (event: MouseEvent) => unknown }>

function button(children: ReactNode, text: string, act: () => unknown): ReactNode {
  const given = isValidElement(children) ? (Children.only(children) as Clickable) : null
  const onClick = async (event: MouseEvent) => {
    await given?.props.onClick?.(event)
    if (!event.defaultPrevented) await act()
  }
  return given ? (
    cloneElement(given, { onClick })
  ) : (
    <button type="button" onClick={onClick}>
      {children ?? text}
    </button>
  )
}
