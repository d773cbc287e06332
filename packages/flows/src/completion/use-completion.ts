'use client'
import { useEffect } from 'react'
import { findError } from '../action/failure.ts'
import type { FlowTask, useFlowAction } from '../action/use-flow-action.ts'
import type { Kit } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { goOnTo } from './go-on.ts'

type CompletionOptions = {
  kind: 'sign-in' | 'sign-up'
  options: { forceRedirectUrl?: string | null | undefined; fallbackRedirectUrl?: string | null | undefined }
  action: Pick<ReturnType<typeof useFlowAction>, 'run' | 'pending'>
  isComplete: boolean
  onComplete: () => void
}

/**
 * Ends a sign-in or sign-up: activates the session and goes where the person was heading. Somebody who is signed in
 * already, in this tab or in another one, is sent there too.
 */
export function useCompletion({ kind, options, action, isComplete, onComplete }: CompletionOptions) {
  const kit = useKit()
  const redirectUrl = () =>
    kind === 'sign-in' ? kit.clerk.buildAfterSignInUrl(options) : kit.clerk.buildAfterSignUpUrl(options)

  const finish = (sessionId: string, resume: (task: FlowTask) => void, to = redirectUrl()) => {
    const activate: FlowTask = async () => {
      await kit.clerk.setActive({ session: sessionId, navigate: goOnTo(kit.clerk, to) })
      return onComplete
    }
    resume(activate)
    return activate(resume)
  }

  const submit = (task: FlowTask) =>
    action.run('submit', async (resume) => {
      try {
        return await task(resume)
      } catch (error) {
        const sessionId = existingSession(error, kit)
        if (!sessionId) throw error
        return finish(sessionId, resume)
      }
    })

  const isElsewhere =
    kit.environment?.auth_config.single_session_mode &&
    kit.isSignedIn &&
    !kit.session?.currentTask &&
    !isComplete &&
    !action.pending
  useEffect(() => {
    if (!isElsewhere) return
    onComplete()
    void kit.clerk.navigate(redirectUrl())
  })
  return { finish, submit }
}

function existingSession(error: unknown, { clerk }: Kit): string | undefined {
  const found = findError(error, 'session_exists') ?? findError(error, 'identifier_already_signed_in')
  if (!found) return undefined
  const sessionId = found.meta?.sessionId
  if (typeof sessionId === 'string') return sessionId
  return clerk.client?.lastActiveSessionId ?? clerk.client?.sessions[0]?.id
}
