import { RedirectToSignIn, Show, UserProfile } from '@usher/react'

export function ProfilePage() {
  return (
    <main className="page wide">
      <Show when="signed-in">
        <UserProfile />
      </Show>
      <Show when="signed-out">
        <RedirectToSignIn />
      </Show>
    </main>
  )
}
