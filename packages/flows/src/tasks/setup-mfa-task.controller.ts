'use client'
import { useEffect } from 'react'
import { useSecondFactors } from '../profile/second-factors.controller.ts'
import type { SessionTaskProps, SetupMfaTaskProps } from './tasks.props.ts'

/**
 * Sets a second factor up for somebody who has to have one, and finishes when it is there and its backup codes were
 * seen. Talks to `/v1/me/totp` and `/v1/me/phone_numbers`.
 */
export function useSetupMfaTask({ finish }: Pick<SessionTaskProps, 'finish'>): SetupMfaTaskProps {
  const factors = useSecondFactors()
  const isFirst = factors.panel.kind === 'closed' || factors.panel.kind === 'choose'
  const isDone = factors.panel.kind === 'closed' && factors.rows.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is a factor
  useEffect(() => {
    if (isDone) void finish()
  }, [isDone])
  return { ...factors, focusTarget: isFirst ? { kind: 'heading' } : factors.focusTarget }
}
