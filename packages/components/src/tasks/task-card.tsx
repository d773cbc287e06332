'use client'

import { type SessionTaskOptions, useSessionTask } from '@usher/flows'
import type { ReactNode } from 'react'
import { newCredentialMessages } from '../messages/en/new-credentials.ts'
import { secondFactorMessages } from '../messages/en/second-factors.ts'
import { taskMessages } from '../messages/en/tasks.ts'
import { userProfileMessages } from '../messages/en/user-profile.ts'
import { MessagesProvider } from '../messages/messages-context.tsx'
import { LoadingCard } from '../root/loading-card.tsx'
import { ResetPasswordTask } from './reset-password-card.tsx'
import { SetupMfaTask } from './setup-mfa-card.tsx'

export type TaskCardProps = SessionTaskOptions & {
  fallback?: ReactNode
  /** The card stands where something else was shown. */
  takesFocus: boolean
}

/** What the person has to do before the session counts, one card after the other. */
export function TaskCard({ fallback, takesFocus, ...options }: TaskCardProps): ReactNode {
  const session = useSessionTask(options)
  if (!session.task) return fallback ?? <LoadingCard height="22rem" />
  const View = session.task === 'setup-mfa' ? SetupMfaTask : ResetPasswordTask
  return (
    <MessagesProvider catalog={userProfileMessages}>
      <MessagesProvider catalog={newCredentialMessages}>
        <MessagesProvider catalog={secondFactorMessages}>
          <MessagesProvider catalog={taskMessages}>
            <View session={session} takesFocus={takesFocus} />
          </MessagesProvider>
        </MessagesProvider>
      </MessagesProvider>
    </MessagesProvider>
  )
}
