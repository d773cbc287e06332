import { SignIn } from '@usher/react'

export function SignInPage() {
  return (
    <main className="page centred">
      <SignIn />
    </main>
  )
}
