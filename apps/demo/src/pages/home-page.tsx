import { ClerkLoading, Show, SignInButton, SignOutButton, useUser } from '@usher/react'
import { Link } from 'react-router'
import { UserTicket } from '../user-ticket.tsx'

const tiles = [
  { to: '/sign-in', name: 'SignIn', fact: 'Password or a code by email' },
  { to: '/sign-up', name: 'SignUp', fact: 'Rules that answer as you type' },
  { to: '/profile', name: 'UserProfile', fact: 'Every section has its own link' },
  { to: '/profile#/security', name: 'Security', fact: 'Password and devices' },
  { to: '/sessions', name: 'SessionList', fact: 'Sign out a lost phone' },
  { to: '/accounts', name: 'Several accounts', fact: 'Add one, switch, sign out of one' },
  { to: '/custom', name: 'Build your own', fact: 'Hooks and unstyled parts' },
]

/** Greets whoever is signed in, and leads to every component. */
export function HomePage() {
  return (
    <main className="page home">
      <div>
        <ClerkLoading>
          <p role="status">Loading</p>
        </ClerkLoading>
        <Show when="signed-in">
          <Greeting />
        </Show>
        <Show when="signed-out">
          <Welcome />
        </Show>
        <h2>Try a component</h2>
        <ul className="tiles">
          {tiles.map(({ to, name, fact }) => (
            <li key={name}>
              <Link to={to}>
                <strong>{name}</strong>
                <span>{fact}</span>
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d="M4 10h12M11 5l5 5-5 5" />
                </svg>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Show when="signed-in">
        <UserTicket />
      </Show>
    </main>
  )
}

function Welcome() {
  return (
    <>
      <h1>User accounts, yours to run</h1>
      <p className="lead">
        This app runs on your own Usher server. Create an account; the code arrives in the inbox of the
        server.
      </p>
      <p className="actions">
        <Link className="button primary" to="/sign-up">
          Create an account
        </Link>
        <Link className="button" to="/sign-in">
          Sign in
        </Link>
        <SignInButton mode="modal">
          <button type="button" className="button">
            Sign in without leaving
          </button>
        </SignInButton>
      </p>
    </>
  )
}

function Greeting() {
  const { user } = useUser()
  if (!user) return null
  const name = user.firstName ?? user.primaryEmailAddress?.emailAddress.split('@')[0] ?? 'friend'
  return (
    <>
      <p className="state">
        <span className="lamp">Signed in on this device</span>
      </p>
      <h1>{`${greetingAt(new Date())}, ${name}.`}</h1>
      <p className="lead">
        This app runs on your own Usher server. Change your profile in one tab and watch it change here.
      </p>
      <p className="actions">
        <Link className="button primary" to="/profile">
          Manage account
        </Link>
        <SignOutButton redirectUrl="/">
          <button type="button" className="button">
            Sign out
          </button>
        </SignOutButton>
      </p>
    </>
  )
}

function greetingAt(time: Date) {
  if (time.getHours() < 12) return 'Good morning'
  return time.getHours() < 18 ? 'Good afternoon' : 'Good evening'
}
