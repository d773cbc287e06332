'use client'

import { useEffect, useRef } from 'react'
import type { CodeProps } from '../action/flow-props.ts'

/** Waits for the link of a step while it is under way; every link that is sent is waited for anew. */
export function useLinkWait({
  code,
  awaitLink,
}: {
  code: CodeProps
  awaitLink: (signal: AbortSignal) => Promise<void>
}): void {
  const latest = useRef(awaitLink)
  useEffect(() => {
    latest.current = awaitLink
  })
  const isSent = code.state === 'sent'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that is sent again is another one
  useEffect(() => {
    if (!isSent) return
    const waiting = new AbortController()
    void latest.current(waiting.signal)
    return () => waiting.abort()
  }, [isSent, code.resentCount])
}
