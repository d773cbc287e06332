import { SignUp } from '@usher/react'

export function SignUpPage() {
  return (
    <main className="page centred">
      <SignUp />
    </main>
  )
}
