'use client'
import { useSession } from '@usher/hooks'
import { useEffect, useRef, useState } from 'react'
import { goOnTo } from '../completion/go-on.ts'
import type { TaskKey, UserResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import type { SessionTaskOptions, SessionTaskProps } from './tasks.props.ts'

/**
 * Says what the person has to do before the session counts, one after the other, and leads on when nothing is left: also
 * when it was done in another tab, and when there was nothing to do at all.
 */
export function useSessionTask({ redirectUrl, only, onDone }: SessionTaskOptions): SessionTaskProps {
  const kit = useKit()
  const { clerk, session, user } = kit
  // Who is signed in is known a moment after everything else.
  const { isLoaded: isKnown } = useSession()
  const isLoaded = kit.isLoaded && isKnown
  const [shown, setShown] = useState<TaskKey | 'done' | null>(null)
  const current = session?.currentTask?.key ?? null
  const open = only && current !== only ? null : current
  if (open && open !== shown) setShown(open)
  // What was set up is shown to its end: its backup codes are never shown again.
  const task = open ?? (shown === 'setup-mfa' && session ? shown : null)

  const hasLeft = useRef(false)
  const finish = async () => {
    if (hasLeft.current) return
    hasLeft.current = true
    setShown('done')
    const toNext = () => only && clerk.navigate(clerk.buildTasksUrl({ redirectUrl }))
    if (session) await goOnTo(clerk, redirectUrl, toNext)({ session })
    else await clerk.navigate(clerk.buildSignInUrl())
    onDone?.()
  }
  const isDone = isLoaded && !task && shown !== 'done'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when nothing is left
  useEffect(() => {
    if (task) hasLeft.current = false
    if (isDone) void finish()
  }, [isDone, task])

  return {
    task: isLoaded ? task : null,
    identifier: user ? knownAs(user) : '',
    finish,
    signOut: async () => {
      await clerk.signOut({ sessionId: session?.id })
    },
  }
}

const knownAs = ({ primaryEmailAddress, username, phoneNumbers }: UserResourceLike) =>
  primaryEmailAddress?.emailAddress ?? username ?? phoneNumbers[0]?.phoneNumber ?? ''
