'use client'

import { askAgain, type Clerk, cancelled, readReverification, wantedLevel } from '@usher/client'
import type { VerificationLevel } from '@usher/protocol'
import { useEffect, useMemo, useRef } from 'react'
import { useClerkContext } from '../provider/clerk-context.ts'

export type NeedsReverification = {
  /** Gives up: the action rejects with `reverification_cancelled`. */
  cancel: () => void
  /** Says that the person has proved who they are: the action is run once more. */
  complete: () => void
  level: VerificationLevel | undefined
}

export type UseReverificationOptions = {
  /** Asks for the proof in a screen of the app's own; the kit's dialog without it. */
  onNeedsReverification?: (needed: NeedsReverification) => void
}

type Fetcher = (...args: never[]) => unknown
type Hint = { clerk_error: unknown }

/** The same function, without the hint among its answers. */
export type Reverified<Given extends Fetcher> = (
  ...args: Parameters<Given>
) => Promise<Exclude<Awaited<ReturnType<Given>>, Hint>>

/**
 * Gives back the function; when what it calls wants a new proof of who the person is, it asks for that and calls once
 * more. That is so when it rejects with `session_reverification_required`, or when a backend of the app answers with the
 * hint of `reverificationError()`. Rejects with `reverification_cancelled` when the person does not want to.
 */
export function useReverification<Given extends Fetcher>(
  fetcher: Given,
  options?: UseReverificationOptions,
): Reverified<Given> {
  const { clerk } = useClerkContext()
  const latest = useRef({ fetcher, options })
  useEffect(() => {
    latest.current = { fetcher, options }
  })
  return useMemo(() => {
    const call = async (...args: Parameters<Given>) => {
      const run = () => resolve(() => latest.current.fetcher(...args))
      const first = await run()
      if (!('level' in first)) return first.value
      await prove(clerk, first, latest.current.options)
      const second = await run()
      if ('level' in second) throw second.refusal
      return second.value
    }
    return call as Reverified<Given>
  }, [clerk])
}

type Refused = { level: VerificationLevel | undefined; refusal: unknown }

async function resolve(run: () => unknown): Promise<{ value: unknown } | Refused> {
  try {
    const answer = await run()
    const value = answer instanceof Response ? await answer.json() : answer
    return readHint(value) ?? { value }
  } catch (refusal) {
    const level = wantedLevel(refusal)
    if (!level) throw refusal
    return { level, refusal }
  }
}

function readHint(value: unknown): Refused | null {
  const { clerk_error: hint } = Object(value) as { clerk_error?: unknown }
  const { type, reason, metadata } = Object(hint) as Record<string, unknown>
  if (type !== 'forbidden' || reason !== 'reverification-error') return null
  const { reverification } = Object(metadata) as { reverification?: unknown }
  return { level: readReverification(reverification)?.level, refusal: value }
}

function prove(
  clerk: Clerk,
  { level, refusal }: Refused,
  options: UseReverificationOptions = {},
): Promise<void> {
  const { onNeedsReverification: onNeeds } = options
  if (onNeeds)
    return new Promise((complete, reject) => onNeeds({ level, complete, cancel: () => reject(cancelled()) }))
  const { reverifications } = clerk.__internal
  if (!reverifications.canAsk()) throw refusal
  return askAgain(reverifications, level ?? 'second_factor')
}
