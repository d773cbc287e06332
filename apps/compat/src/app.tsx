import {
  SignIn,
  SignOutButton,
  SignUp,
  UserButton,
  UserProfile,
  useAuth,
  useReverification,
  useSessionList,
  useUser,
  Waitlist,
} from '@clerk/react'
import { isReverificationCancelledError } from '@clerk/react/errors'
import { useState } from 'react'
import { drawPicture, toFile } from './picture.ts'

/** An application as people have written it for `@clerk/react`: nothing in it knows of this server. */
export function App() {
  const path = window.location.pathname
  if (path.startsWith('/sign-up')) return <SignUp routing="path" path="/sign-up" />
  if (path.startsWith('/sign-in')) return <SignIn routing="path" path="/sign-in" />
  if (path.startsWith('/continue')) return <SignIn routing="hash" withSignUp />
  if (path.startsWith('/profile')) return <UserProfile routing="path" path="/profile" />
  if (path.startsWith('/waitlist')) return <Waitlist />
  if (path.startsWith('/accounts')) return <Accounts />
  if (path.startsWith('/guarded')) return <Guarded />
  return <Home />
}

function Home() {
  const { isLoaded, isSignedIn, user } = useUser()
  const { getToken, actor } = useAuth()
  const [token, setToken] = useState('')
  if (!isLoaded) return <p>Loading</p>
  if (!isSignedIn) return <p>Signed out</p>
  return (
    <main>
      <h1>Signed in</h1>
      <output aria-label="Email">{user.primaryEmailAddress?.emailAddress}</output>
      <output aria-label="Name">{user.fullName}</output>
      <output aria-label="Token">{token}</output>
      <output aria-label="Actor">{actor?.sub}</output>
      <button type="button" onClick={() => user.update({ firstName: 'Ada', lastName: 'Lovelace' })}>
        Update name
      </button>
      <output aria-label="Note">{String(user.unsafeMetadata.note ?? '')}</output>
      <button type="button" onClick={() => user.update({ unsafeMetadata: { note: 'likes tea' } })}>
        Take a note
      </button>
      <button type="button" onClick={async () => setToken((await getToken()) ?? '')}>
        Get token
      </button>
      <img alt="You" src={user.imageUrl} width="64" height="64" data-own={user.hasImage} />
      <button type="button" onClick={async () => user.setProfileImage({ file: await toFile(drawPicture()) })}>
        Send a file
      </button>
      <button type="button" onClick={() => user.setProfileImage({ file: drawPicture().toDataURL() })}>
        Send a text
      </button>
      <button type="button" onClick={() => user.setProfileImage({ file: null })}>
        Remove picture
      </button>
      <SignOutButton />
    </main>
  )
}

/** For an instance that lets a browser hold several accounts. */
function Accounts() {
  const { isLoaded, sessions } = useSessionList()
  const { user } = useUser()
  if (!isLoaded) return <p>Loading</p>
  return (
    <main>
      <h1>Accounts</h1>
      <UserButton />
      <output aria-label="Active">{user?.primaryEmailAddress?.emailAddress ?? 'nobody'}</output>
      <output aria-label="Accounts">{sessions.length}</output>
    </main>
  )
}

/** Does something that needs a new proof of who the person is. */
function Guarded() {
  const { user } = useUser()
  const [result, setResult] = useState('')
  const add = useReverification((email: string) => user?.createEmailAddress({ email }) ?? Promise.resolve())
  const press = async () => {
    try {
      const added = await add('guarded@example.com')
      setResult(added ? `added ${added.emailAddress}` : 'nobody')
    } catch (error) {
      setResult(isReverificationCancelledError(error) ? 'cancelled' : String(error))
    }
  }
  if (!user) return <p>Signed out</p>
  return (
    <main>
      <h1>Guarded</h1>
      <button type="button" onClick={press}>
        Add an address
      </button>
      <output aria-label="Result">{result}</output>
    </main>
  )
}
