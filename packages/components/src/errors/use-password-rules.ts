import type { PasswordRule, PasswordRuleId } from '@usher/flows'
import { useMemo } from 'react'
import type { PasswordInputRule } from '../elements/password-input.tsx'
import type { MessageKey } from '../messages/en/keys.ts'
import { useMessages } from '../messages/messages-context.tsx'

const texts = {
  min_length: 'unstable__errors.passwordComplexity.minimumLength',
  max_length: 'unstable__errors.passwordComplexity.maximumLength',
  number: 'unstable__errors.passwordComplexity.requireNumbers',
  uppercase: 'unstable__errors.passwordComplexity.requireUppercase',
  lowercase: 'unstable__errors.passwordComplexity.requireLowercase',
  special_char: 'unstable__errors.passwordComplexity.requireSpecialCharacter',
} as const satisfies Record<PasswordRuleId, MessageKey>

/** The rules of a new password in words; a limit that nobody reaches by accident is not listed. */
export function usePasswordRules(rules: PasswordRule[]): PasswordInputRule[] {
  const { text } = useMessages()
  return useMemo(
    () =>
      rules
        .filter(({ id }) => id !== 'max_length')
        .map(({ id, limit, test }) => ({ id, test, text: text(texts[id], { length: limit }) })),
    [rules, text],
  )
}
