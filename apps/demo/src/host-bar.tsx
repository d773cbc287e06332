import { Show, SignInButton, UserButton } from '@usher/react'
import { NavLink } from 'react-router'

export const serverUrl = import.meta.env.VITE_USHER_URL ?? 'http://localhost:4000'

/** The bar that an application would have: its name, its pages, and who is signed in. */
export function HostBar() {
  return (
    <header className="bar">
      <NavLink to="/" className="brand">
        <img src="/mark.svg" alt="" width={36} height={36} />
        Acme
      </NavLink>
      <nav aria-label="Main" className="bar-nav">
        <NavLink to="/" end>
          Home
        </NavLink>
        <NavLink to="/profile">Account</NavLink>
        <NavLink to="/custom">Your own</NavLink>
      </nav>
      <a className="bar-inbox" href={`${serverUrl}/_inbox`} target="_blank" rel="noreferrer">
        Inbox
      </a>
      <Show when="signed-in">
        <UserButton />
      </Show>
      <Show when="signed-out">
        <SignInButton>
          <button type="button" className="button">
            Sign in
          </button>
        </SignInButton>
      </Show>
    </header>
  )
}
