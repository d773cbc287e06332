'use client'
import { useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import { browserAccounts } from './browser-accounts.ts'
import type { UserButtonOptions, UserButtonProps } from './sessions.props.ts'

/** The accounts of this browser: who is signed in, to whom one can switch, and the ways out. */
export function useUserButton(options: UserButtonOptions = {}): UserButtonProps {
  const { isLoaded, clerk, client, session, environment } = useKit()
  const action = useFlowAction('user-button', [])
  const [begun, setBegun] = useState<string | null>(null)
  const accounts = browserAccounts(client)
  const current = accounts.find(({ sessionId }) => sessionId === session?.id) ?? null
  const { signInUrl, userProfileUrl, afterSignOutUrl, afterMultiSessionSingleSignOutUrl } = options
  const { afterSwitchSessionUrl = environment?.display_config.after_switch_session_url } = options
  const { userProfileMode = userProfileUrl ? 'navigation' : 'modal' } = options

  const run = (what: string, work: () => Promise<unknown>) =>
    action.run('submit', async () => {
      setBegun(what)
      await work()
      return undefined
    })

  return {
    isLoaded,
    isPending: action.pending === 'submit',
    pendingAction: action.pending ? begun : null,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: session?.id ?? '',
    focusTarget: null,
    current,
    others: accounts.filter((account) => account !== current),
    canAddAccount: environment?.auth_config.single_session_mode === false,
    switchTo: (sessionId) =>
      run(sessionId, () => clerk.setActive({ session: sessionId, redirectUrl: afterSwitchSessionUrl })),
    signOut: () =>
      run('signOut', () =>
        clerk.signOut({
          sessionId: current?.sessionId,
          redirectUrl: accounts.length > 1 ? afterMultiSessionSingleSignOutUrl : afterSignOutUrl,
        }),
      ),
    signOutAll: () => run('signOutAll', () => clerk.signOut({ redirectUrl: afterSignOutUrl })),
    manageAccount: () =>
      userProfileMode === 'modal'
        ? clerk.openUserProfile()
        : void clerk.navigate(userProfileUrl ?? clerk.buildUserProfileUrl()),
    addAccount: () => void clerk.navigate(signInUrl ?? clerk.buildSignInUrl()),
  }
}
