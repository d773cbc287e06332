'use client'
import { useMemo } from 'react'

/** One thing that a value must be, such as long enough. */
export interface Rule {
  id: string
  test: (value: string) => boolean
}

/** A rule, and whether the value meets it now. */
export interface RuleResult {
  id: string
  met: boolean
}

/** Tests a value against rules, in their order. Rules created anew on each render are tested anew. */
export function useRules(rules: readonly Rule[], value: string): RuleResult[] {
  return useMemo(() => rules.map(({ id, test }) => ({ id, met: test(value) })), [rules, value])
}
