import { useUser } from '@usher/react'
import { serverUrl } from './host-bar.tsx'

/** The live user object, as `useUser()` gives it to an application. */
export function UserTicket() {
  const { user } = useUser()
  if (!user) return null
  const shown = {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    primaryEmailAddress: user.primaryEmailAddress?.emailAddress,
    emailAddresses: user.emailAddresses.map((email) => ({
      emailAddress: email.emailAddress,
      status: email.verification.status,
    })),
    passwordEnabled: user.passwordEnabled,
    publicMetadata: user.publicMetadata,
    unsafeMetadata: user.unsafeMetadata,
  }
  return (
    <section className="ticket" aria-labelledby="user-ticket">
      <h2 id="user-ticket">
        <code>useUser()</code>
      </h2>
      <pre>{JSON.stringify(shown, null, 2)}</pre>
      <p>{new URL(serverUrl).host}</p>
    </section>
  )
}
