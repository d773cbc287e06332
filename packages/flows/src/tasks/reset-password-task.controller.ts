'use client'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import { passwordRules } from '../password/password-rules.ts'
import { usePasswordVerdict } from '../password/use-password-verdict.ts'
import type { ResetPasswordTaskProps } from './tasks.props.ts'

/** Takes a new password in the place of one that others may know. Talks to `/v1/me/change_password`. */
export function useResetPasswordTask(): ResetPasswordTaskProps {
  const { isLoaded, user, environment } = useKit()
  const action = useFlowAction('reset-password', ['newPassword'])
  const [passwordVerdict, judged] = usePasswordVerdict()
  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: 'reset-password',
    focusTarget: { kind: 'field', name: 'newPassword' },
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
    passwordRules: environment ? passwordRules(environment.user_settings.password_settings) : [],
    passwordVerdict,
    submit: (values) =>
      action.run('submit', async () => {
        await judged(values.newPassword, async () => user?.updatePassword(values))
        return undefined
      }),
  }
}
