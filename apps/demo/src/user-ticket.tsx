import { useUser } from '@usher/react'
import { useEffect, useMemo, useState } from 'react'
import { CopyButton } from './copy-button.tsx'
import { serverUrl } from './host-bar.tsx'
import { ObjectView } from './object-view.tsx'

/** The live user object, as `useUser()` gives it to an application. */
export function UserTicket() {
  const { user } = useUser()
  const seconds = useSecondsSince(user)
  if (!user) return null
  const shown = {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    hasImage: user.hasImage,
    primaryEmailAddress: user.primaryEmailAddress?.emailAddress,
    emailAddresses: user.emailAddresses.map(({ emailAddress, verification }) => ({
      emailAddress,
      verification: { status: verification.status },
    })),
    passwordEnabled: user.passwordEnabled,
    publicMetadata: user.publicMetadata,
    unsafeMetadata: user.unsafeMetadata,
  }
  return (
    <section className="ticket" aria-labelledby="user-ticket">
      <div className="ticket-body">
        <header>
          <h2 id="user-ticket">
            <code>useUser()</code>
          </h2>
          <CopyButton text={JSON.stringify(shown, null, 2)} />
        </header>
        <ObjectView value={shown} />
      </div>
      <p className="ticket-stub">
        <span className="lamp">{new URL(serverUrl).host}</span>
        <span>{seconds === 0 ? 'Updated now' : `Updated ${seconds} s ago`}</span>
      </p>
    </section>
  )
}

function useSecondsSince(value: unknown): number {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value starts a new count
  const start = useMemo(() => Date.now(), [value])
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - start) / 1000))
}
