import { useClerk, useSession, useSessionList } from '@usher/react'
import { Link } from 'react-router'

/** The accounts of this browser on a screen of the app's own; the prebuilt one is at `/sign-in#/choose`. */
export function AccountsPage() {
  const clerk = useClerk()
  const { sessions = [], setActive } = useSessionList()
  const { session: active } = useSession()
  return (
    <main className="page narrow">
      <h1>Accounts in this browser</h1>
      <p className="lead">
        A server that is started with <code>USHER_SINGLE_SESSION_MODE=false</code> lets people add accounts
        here and switch between them, also in the menu of their picture.
      </p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="actions">
            <span>{session.publicUserData.identifier}</span>
            {session.id === active?.id ? (
              <span className="lamp">Active</span>
            ) : (
              <button type="button" className="button" onClick={() => setActive?.({ session })}>
                Switch
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="actions">
        <Link className="button" to="/sign-in">
          Add account
        </Link>
        <a className="button" href={clerk.buildAfterMultiSessionSingleSignOutUrl()}>
          Choose an account
        </a>
      </p>
    </main>
  )
}
