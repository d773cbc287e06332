'use client'

import type { ReactNode } from 'react'
import { Task, type TaskProps } from './task.tsx'

export type TaskResetPasswordProps = TaskProps

/** The task `reset-password` on a page of its own: a new password in the place of one that others may know. */
export const TaskResetPassword = (props: TaskResetPasswordProps): ReactNode => (
  <Task {...props} flow="taskResetPassword" only="reset-password" />
)
