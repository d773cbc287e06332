import { ProfileFlow, useUserButton } from '../src/index.ts'

export function SessionsSection() {
  return (
    <ProfileFlow.ActiveSessions>
      {(section) => (
        <>
          <h2>Active sessions</h2>
          <ul>
            {section.sessions.map((session) => (
              <li key={session.id}>
                {session.isCurrent ? 'This device' : 'Another device'} {session.isPending && 'Signing out'}
                {!session.isCurrent && (
                  <button type="button" onClick={() => section.signOut(session.id)}>
                    Sign out
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p role="alert">{section.globalError?.kind}</p>
          <button type="button" onClick={section.signOutOthers}>
            Sign out {section.otherCount} others
          </button>
        </>
      )}
    </ProfileFlow.ActiveSessions>
  )
}

export function UserButtonSection() {
  const account = useUserButton({ userProfileUrl: '/profile', afterSignOutUrl: '/bye' })
  return (
    <>
      <p>Account: {account.current?.identifier}</p>
      <p>Pending: {account.pendingAction}</p>
      <p>{account.globalError?.kind}</p>
      {account.others.map(({ sessionId, identifier }) => (
        <button key={sessionId} type="button" onClick={() => account.switchTo(sessionId)}>
          Switch to {identifier}
        </button>
      ))}
      <button type="button" onClick={account.manageAccount}>
        Manage account
      </button>
      {account.canAddAccount && (
        <button type="button" onClick={account.addAccount}>
          Add account
        </button>
      )}
      <button type="button" onClick={account.signOut}>
        Sign out
      </button>
      <button type="button" onClick={account.signOutAll}>
        Sign out of all accounts
      </button>
    </>
  )
}
