'use client'
import { useEffect, useRef, useState } from 'react'
import type { GlobalError } from './failure.ts'
import type { CodeProps } from './flow-props.ts'
import type { FlowTask, useFlowAction } from './use-flow-action.ts'

/** How long the server takes a second request for a code as the first, and how long a code lives. A link takes longer to find. */
const resendMs = 30_000
const resendLinkMs = 60_000
const lifeMs = 600_000

type Delivery = {
  /** Names what is being proved; null when the step needs no code. */
  key: string | null
  state: 'none' | 'unsent' | 'sent' | 'dead'
  /** Somebody asked for this step just now: a dead code is replaced at once. */
  renews?: boolean
  expireAt: Date | null
  /** It is a link that is sent. */
  isLink?: boolean
  send: () => Promise<unknown>
  action: Pick<ReturnType<typeof useFlowAction>, 'run' | 'pending'> & {
    globalError: GlobalError | null
    errors: { code?: { code: string } }
  }
}

/**
 * Sends the code of a step once when the step is entered, never again after a reload, and says when the next one
 * may be asked for.
 */
export function useCodeDelivery({ key, state, renews, expireAt, isLink, send, action }: Delivery) {
  const [sent, setSent] = useState({ key: null as string | null, at: 0 })
  const [resentCount, setResentCount] = useState(0)
  const begun = useRef<string | null>(null)
  if (key !== null && sent.key !== key) setSent({ key, at: state === 'sent' ? sentAt(expireAt) : 0 })
  // A server that tells nobody who has an account says nothing about the code of somebody it does not know.
  const isSent = state === 'sent' || (state === 'unsent' && sent.key === key && sent.at > 0)
  const isDead = state === 'dead' || isDeadly(action.errors.code?.code) || isDeadly(action.globalError?.code)

  const deliver =
    (isAgain: boolean): FlowTask =>
    async () => {
      await send()
      return () => {
        setSent({ key, at: Date.now() })
        if (isAgain) setResentCount((count) => count + 1)
      }
    }

  useEffect(() => {
    if (begun.current === key) return
    begun.current = key
    // Nobody may have told this page since that the code is too old.
    const isOver = state === 'dead' || (expireAt !== null && expireAt.getTime() <= Date.now())
    const isDue = state === 'unsent' || (isOver && renews)
    if (key !== null && isDue) void action.run('send', deliver(false))
  })

  const limited = action.globalError?.action === 'send' ? action.globalError.retryAfterUntil : null
  const next = limited ?? (isSent && !isDead ? sent.at + (isLink ? resendLinkMs : resendMs) : 0)
  const code: CodeProps = {
    state: action.pending === 'send' ? 'sending' : isDead ? 'dead' : isSent ? 'sent' : 'unsent',
    resendAt: next > Date.now() ? next : null,
    resentCount,
  }
  const resend = async () => {
    const mayBe = key !== null && action.pending !== 'send' && next <= Date.now()
    if (mayBe) await action.run('send', deliver(true))
  }
  return { code, resend }
}

const isDeadly = (code: string | undefined) =>
  code === 'verification_expired' || code === 'verification_failed'

// The clock of the device may be wrong: never make somebody wait longer than the server would.
const sentAt = (expireAt: Date | null) => (expireAt ? Math.min(expireAt.getTime() - lifeMs, Date.now()) : 0)
