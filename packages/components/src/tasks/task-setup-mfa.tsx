'use client'

import type { ReactNode } from 'react'
import { Task, type TaskProps } from './task.tsx'

export type TaskSetupMFAProps = TaskProps

/** The task `setup-mfa` on a page of its own: a second factor for somebody who has to have one. */
export const TaskSetupMFA = (props: TaskSetupMFAProps): ReactNode => (
  <Task {...props} flow="taskSetupMfa" only="setup-mfa" />
)
