'use client'
import type { ReactNode } from 'react'
import { FlowBox } from '../action/flow-form.tsx'
import { useResetPasswordTask } from './reset-password-task.controller.ts'
import { useSessionTask } from './session-task.controller.ts'
import { useSetupMfaTask } from './setup-mfa-task.controller.ts'
import type {
  ResetPasswordTaskProps,
  SessionTaskOptions,
  SessionTaskProps,
  SetupMfaTaskProps,
} from './tasks.props.ts'

type RootProps = SessionTaskOptions & { children: (session: SessionTaskProps) => ReactNode }

/** Draws what the person has to do before the session counts, and leads on when nothing is left. */
export function Root({ children, ...options }: RootProps) {
  const session = useSessionTask(options)
  return session.task && children(session)
}

/** A new password in the place of one that others may know. */
export function ResetPassword({ children }: { children: (task: ResetPasswordTaskProps) => ReactNode }) {
  const task = useResetPasswordTask()
  return <FlowBox flow={task}>{children(task)}</FlowBox>
}

type SetupMfaProps = Pick<SessionTaskProps, 'finish'> & { children: (task: SetupMfaTaskProps) => ReactNode }

/** A second factor for somebody who has to have one. */
export function SetupMfa({ finish, children }: SetupMfaProps) {
  const task = useSetupMfaTask({ finish })
  return <FlowBox flow={task}>{children(task)}</FlowBox>
}
