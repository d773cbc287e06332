'use client'
import { useState } from 'react'
import type { FocusTarget } from '../action/flow-props.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import { passwordRules } from '../password/password-rules.ts'
import { usePasswordVerdict } from '../password/use-password-verdict.ts'
import type { PasswordSectionProps } from './profile.props.ts'

type Panel = PasswordSectionProps['panel']

/**
 * Sets, changes or removes the password of the signed-in person. Talks to `/v1/me/change_password` and
 * `/v1/me/remove_password`.
 */
export function usePasswordSection(): PasswordSectionProps {
  const { isLoaded, user, environment } = useKit()
  const attributes = environment?.user_settings.attributes
  const canUseCode = attributes?.email_address.first_factors.includes('email_code')
  const [{ panel: livePanel, opener, turn }, setPanel] = useState<State>(closed)
  const [notice, setNotice] = useState<PasswordSectionProps['notice']>(null)
  const action = useFlowAction(livePanel, ['currentPassword', 'newPassword'])
  const isPending = action.pending === 'submit'
  const [passwordVerdict, judged] = usePasswordVerdict()
  // Where a new proof is asked for, it takes the place of the current password.
  const isProvedAgain = environment?.auth_config.reverification ?? false
  const hasPassword = useHeld(user?.passwordEnabled ?? false, isPending)
  const panel = useHeld(livePanel, isPending)
  const needsCurrentPassword = hasPassword && !isProvedAgain

  const show = (next: Panel, from: State['opener']) =>
    setPanel((last) => ({ panel: next, opener: from, turn: last.turn + 1 }))
  const go = (next: Panel) => {
    if (isPending) return
    action.clear()
    setNotice(null)
    show(next, livePanel === 'remove' ? 'remove' : 'edit')
  }
  const end = (said: PasswordSectionProps['notice']) => () => {
    show('closed', 'edit')
    setNotice(said)
  }

  return {
    isLoaded,
    isPending,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: String(turn),
    focusTarget: turn === 0 ? null : focusTarget(panel, opener, needsCurrentPassword),
    isVisible: attributes?.password.enabled ?? false,
    hasPassword,
    lastUpdatedAt: user?.passwordLastUpdatedAt ? Number(user.passwordLastUpdatedAt) : null,
    canRemove:
      hasPassword &&
      !attributes?.password.required &&
      Boolean(canUseCode) &&
      Boolean(user?.hasVerifiedEmailAddress),
    panel,
    needsCurrentPassword,
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
    passwordRules: environment ? passwordRules(environment.user_settings.password_settings) : [],
    passwordVerdict,
    notice,
    open: () => go(hasPassword ? 'change' : 'set'),
    openRemove: () => go('remove'),
    close: () => go('closed'),
    submit: (values) =>
      action.run('submit', async () => {
        await judged(values.newPassword, async () => user?.updatePassword(values))
        return end(hasPassword ? 'changed' : 'set')
      }),
    submitRemove: (values) =>
      action.run('submit', async () => {
        await user?.removePassword(values)
        return end('removed')
      }),
  }
}

// After a removal the button that removes is gone, so that focus goes to the one that sets a password.
type State = { panel: Panel; opener: 'edit' | 'remove'; turn: number }

const closed: State = { panel: 'closed', opener: 'edit', turn: 0 }

function focusTarget(panel: Panel, opener: State['opener'], needsCurrent: boolean): FocusTarget {
  if (panel === 'closed') return { kind: 'opener', panel: opener }
  if (needsCurrent) return { kind: 'field', name: 'currentPassword' }
  return panel === 'remove' ? { kind: 'heading' } : { kind: 'field', name: 'newPassword' }
}
