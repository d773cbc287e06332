'use client'
import { useFlowAction } from '../action/use-flow-action.ts'
import type { SessionResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import type { BrowserAccount, UserButtonOptions, UserButtonProps } from './sessions.props.ts'

/** The accounts of this browser: who is signed in, to whom one can switch, and the ways out. */
export function useUserButton(options: UserButtonOptions = {}): UserButtonProps {
  const { isLoaded, clerk, client, session, environment } = useKit()
  const action = useFlowAction('user-button', [])
  const accounts = (client?.signedInSessions ?? []).map(accountOf)
  const current = accounts.find(({ sessionId }) => sessionId === session?.id) ?? null
  const { signInUrl, userProfileUrl, afterSignOutUrl, afterSwitchSessionUrl } = options
  const { userProfileMode = userProfileUrl ? 'navigation' : 'modal' } = options

  const run = (work: () => Promise<unknown>) =>
    action.run('submit', async () => {
      await work()
      return undefined
    })

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: session?.id ?? '',
    focusTarget: null,
    current,
    others: accounts.filter((account) => account !== current),
    canAddAccount: environment?.auth_config.single_session_mode === false,
    switchTo: (sessionId) =>
      run(() => clerk.setActive({ session: sessionId, redirectUrl: afterSwitchSessionUrl })),
    signOut: () => run(() => clerk.signOut({ sessionId: current?.sessionId, redirectUrl: afterSignOutUrl })),
    signOutAll: () => run(() => clerk.signOut({ redirectUrl: afterSignOutUrl })),
    manageAccount: () =>
      userProfileMode === 'modal'
        ? clerk.openUserProfile()
        : void clerk.navigate(userProfileUrl ?? clerk.buildUserProfileUrl()),
    addAccount: () => void clerk.navigate(signInUrl ?? clerk.buildSignInUrl()),
  }
}

function accountOf({ id, publicUserData }: SessionResourceLike): BrowserAccount {
  const { firstName, lastName, identifier, imageUrl, hasImage, userId } = publicUserData
  return {
    sessionId: id,
    userId: userId ?? '',
    name: [firstName, lastName].filter(Boolean).join(' '),
    identifier,
    imageUrl,
    hasImage,
  }
}
