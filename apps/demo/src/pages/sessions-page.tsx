import { RedirectToSignIn, SessionList, Show } from '@usher/react'

export function SessionsPage() {
  return (
    <main className="page narrow">
      <h1>Where you are signed in</h1>
      <Show when="signed-in">
        <SessionList />
      </Show>
      <Show when="signed-out">
        <RedirectToSignIn />
      </Show>
    </main>
  )
}
