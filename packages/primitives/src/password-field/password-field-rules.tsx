'use client'
import { forwardRef, type ReactNode, useId } from 'react'
import { useFieldPart } from '../field/field-context.ts'
import { type PartProps, useRender } from '../use-render.ts'
import { usePasswordField } from './password-field-context.ts'
import { type Rule, type RuleResult, useRules } from './use-rules.ts'

export interface PasswordFieldRulesState {
  /** Every rule is met. */
  met: boolean
}

export type PasswordFieldRulesProps = Omit<PartProps<'ul', PasswordFieldRulesState>, 'children'> & {
  rules: readonly Rule[]
  /** Draws one rule as an `<li>`; use its `id` as the key. */
  children: (rule: RuleResult) => ReactNode
}

/**
 * The list of what the password must be, true at every keystroke. The input describes itself by it; it is no live
 * region, because a report at each key would drown the keys.
 */
export const PasswordFieldRules = forwardRef<HTMLUListElement, PasswordFieldRulesProps>(
  function PasswordFieldRules({ rules, children, ...props }, ref) {
    const { value } = usePasswordField()
    const results = useRules(rules, value)
    const id = useId()
    useFieldPart(props.id ?? id, 'description')
    return useRender('ul', props, {
      ref,
      own: { id, children: results.map(children) },
      state: { met: results.every((rule) => rule.met) },
    })
  },
)
