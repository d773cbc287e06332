'use client'
import { useClerk } from '@usher/hooks'
import { useState } from 'react'
import { useFlowAction } from '../action/use-flow-action.ts'
import { useKit } from '../kit/use-kit.ts'
import type { WaitlistFlowOptions, WaitlistFlowProps } from './waitlist.props.ts'

/** Puts an address on the waitlist of an instance where new accounts need an invitation. Talks to `/v1/waitlist`. */
export function useWaitlistFlow({ afterJoinWaitlistUrl }: WaitlistFlowOptions = {}): WaitlistFlowProps {
  const clerk = useClerk()
  const { isLoaded } = useKit()
  const [step, setStep] = useState<WaitlistFlowProps['step']>('start')
  const action = useFlowAction(step, ['emailAddress'])
  return {
    isLoaded,
    isPending: action.pending === 'submit',
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: step,
    focusTarget: step === 'joined' ? { kind: 'heading' } : null,
    step,
    submit: (values) =>
      action.run('submit', async () => {
        await clerk.joinWaitlist(values)
        if (!afterJoinWaitlistUrl) return () => setStep('joined')
        await clerk.navigate(afterJoinWaitlistUrl)
        return undefined
      }),
  }
}
