import {
  ClerkProvider,
  SignedIn,
  SignedOut,
  SignIn,
  SignOutButton,
  UserProfile,
  useClerk,
  useSessionList,
  useSignIn,
  useSignUp,
  useUser,
  WithSession,
  withUser,
} from '@clerk/clerk-react'
import { type FormEvent, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** An application as people wrote it for `@clerk/clerk-react` in 2022. */
function App() {
  const path = window.location.pathname
  if (path.startsWith('/sign-in')) return <SignIn routing="path" path="/sign-in" redirectUrl="/" />
  if (path.startsWith('/security')) return <UserProfile only="security" />
  return (
    <main>
      <SignedIn>
        <Account />
        <SignOutButton signOutCallback={() => window.location.assign('/')} />
      </SignedIn>
      <SignedOut>
        <SignUpForm />
        <SignInForm />
      </SignedOut>
    </main>
  )
}

function SignUpForm() {
  const { isLoaded, signUp, setSession } = useSignUp()
  const [isSent, setIsSent] = useState(false)
  if (!isLoaded) return null
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [emailAddress = '', password = ''] = readForm(event.currentTarget)
    await signUp.create({ emailAddress, password, unsafeMetadata: { from: '2022' } })
    await signUp.prepareEmailAddressVerification({ strategy: 'email_code' })
    setIsSent(true)
  }
  const prove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [code = ''] = readForm(event.currentTarget)
    const { createdSessionId } = await signUp.attemptEmailAddressVerification({ code })
    await setSession(createdSessionId, () => window.history.replaceState(null, '', '/welcome'))
  }
  if (isSent) return <Fields label="Prove" names={['Code']} onSubmit={prove} />
  return <Fields label="Sign up" names={['Your email', 'Your password']} onSubmit={begin} />
}

function SignInForm() {
  const { isLoaded, signIn, setActive } = useSignIn()
  const { client } = useClerk()
  if (!isLoaded) return null
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const [identifier = '', password = ''] = readForm(event.currentTarget)
    const { status, createdSessionId } = await signIn.create({ identifier, password })
    if (status === 'complete') await setActive({ session: createdSessionId })
  }
  return (
    <>
      <Fields label="Sign in" names={['Email', 'Password']} onSubmit={submit} />
      <output aria-label="Sessions">{client?.activeSessions.length}</output>
    </>
  )
}

const Greeting = withUser(({ user }) => <h1>Hello {user.primaryEmailAddress?.emailAddress}</h1>)

function Account() {
  const { user } = useUser()
  const { sessions } = useSessionList()
  if (!user) return null
  return (
    <>
      <Greeting />
      <img alt="You" src={user.profileImageUrl} />
      <output aria-label="Two factors">{String(user.twoFactorEnabled())}</output>
      <output aria-label="From">{String(user.unsafeMetadata.from)}</output>
      <output aria-label="Sessions">{sessions?.length}</output>
      <WithSession>
        {(session) => <output aria-label="Picture">{session.publicUserData.profileImageUrl}</output>}
      </WithSession>
      <button
        type="button"
        onClick={() => user.update({ firstName: 'Ada', unsafeMetadata: { from: 'a page' } })}
      >
        Rename
      </button>
    </>
  )
}

type FieldsProps = { label: string; names: string[]; onSubmit: (event: FormEvent<HTMLFormElement>) => void }

function Fields({ label, names, onSubmit }: FieldsProps) {
  return (
    <form onSubmit={onSubmit}>
      {names.map((name) => (
        <input key={name} aria-label={name} name={name} />
      ))}
      <button type="submit">{label}</button>
    </form>
  )
}

const readForm = (form: HTMLFormElement) => [...new FormData(form).values()].map(String)

const root = document.getElementById('root')
if (!root) throw new Error('2022.html has no element with the id "root"')

createRoot(root).render(
  <ClerkProvider
    frontendApi={import.meta.env.VITE_FRONTEND_API}
    navigate={(to) => window.location.assign(to)}
  >
    <App />
  </ClerkProvider>,
)
