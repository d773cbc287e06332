'use client'
import { useClerk } from '@usher/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, type FlowActionKind, toFailure } from './failure.ts'

/**
 * Does the work of one action. What it returns runs together with the end of the pending state, so that a step
 * changes exactly once. `resume` replaces what a retry repeats, once part of the work is done for good.
 */
export type FlowTask = (resume: (task: FlowTask) => void) => Promise<(() => void) | undefined>

type State<Field extends string> = {
  pending: FlowActionKind | null
  /** The step that the failure belongs to. */
  scope: string
  failure: Failure<Field>
}

/**
 * Runs the actions of a flow one at a time and keeps what went wrong, for the step where it went wrong only.
 * A second submit is ignored; everything else waits for its turn. An action that found the device
 * offline is repeated when the network is back, and one that needs a new proof of who the person is once that is there.
 */
export function useFlowAction<Field extends string>(scope: string, fieldNames: readonly Field[]) {
  const { reverifications } = useClerk().__internal
  const [state, setState] = useState<State<Field>>({ pending: null, scope, failure: noFailure })
  const running = useRef<{ kind: FlowActionKind; settled: Promise<void> } | null>(null)
  const again = useRef<(() => Promise<void>) | null>(null)

  const run = async (kind: FlowActionKind, task: FlowTask): Promise<void> => {
    while (running.current) {
      if (running.current.kind === 'submit' && kind === 'submit') return
      await running.current.settled
    }
    again.current = () => run(kind, task)
    setState({ pending: kind, scope, failure: noFailure })
    const resume = (rest: FlowTask) => {
      again.current = () => run(kind, rest)
    }
    const settled = settle(() => reverifications.around(() => task(resume))).then(({ done, error }) => {
      running.current = null
      const failure = error === undefined ? noFailure : toFailure(error.cause, fieldNames, moment(kind))
      done?.()
      setState({ pending: null, scope, failure })
    })
    running.current = { kind, settled }
    await settled
  }

  const clear = useCallback(() => setState((last) => ({ ...last, failure: noFailure })), [])
  const retry = () => void again.current?.()
  const failure = state.scope === scope && !state.pending ? state.failure : (noFailure as Failure<Field>)
  useRetryOnline(failure.global?.kind === 'offline', retry)

  return { run, clear, retry, pending: state.pending, errors: failure.fields, globalError: failure.global }
}

/** Gives `value`, or while `isHeld` the one that was on screen before. */
export function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const shown = useRef(value)
  useEffect(() => {
    if (!isHeld) shown.current = value
  })
  return isHeld ? shown.current : value
}

const noFailure = { fields: {}, global: null }

async function settle(task: () => ReturnType<FlowTask>) {
  try {
    return { done: await task() }
  } catch (cause) {
    // Whoever did not want to prove who they are finds everything as it was.
    return (cause as { code?: string } | undefined)?.code === 'reverification_cancelled'
      ? {}
      : { error: { cause } }
  }
}

const moment = (action: FlowActionKind) => ({
  action,
  now: Date.now(),
  isOnline: navigator.onLine !== false,
})

function useRetryOnline(isWaiting: boolean, retry: () => void) {
  const latest = useRef(retry)
  useEffect(() => {
    latest.current = retry
  })
  useEffect(() => {
    if (!isWaiting) return
    const onOnline = () => latest.current()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [isWaiting])
}
