'use client'

import type { GlobalError } from '@usher/flows'
import { type ReactNode, useEffect, useRef } from 'react'
import { Alert, FormAlert } from '../elements/alert.tsx'
import { Button } from '../elements/button.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'

export type GlobalAlertProps = {
  error: GlobalError | null
  /** Repeats what found no answer. */
  onRetry: () => void
}

/** What keeps a whole form from going on. A rate limit is told in its last field and on its button instead. */
export function GlobalAlert(props: GlobalAlertProps): ReactNode {
  return <FormAlert {...useAlert(props)} />
}

/** The same outside of a form, where a row failed. */
export function RowAlert(props: GlobalAlertProps): ReactNode {
  const alert = useAlert(props)
  const { error } = props
  const container = useRef<HTMLDivElement>(null)
  const last = useRef(error)
  // What was pressed may have gone meanwhile: the button of a row that was pending, or the way to try again.
  useEffect(() => {
    const isNew = error && error !== last.current
    last.current = error
    if (isNew && document.activeElement === document.body) container.current?.focus()
  }, [error])
  return (
    <div ref={container} className="cl-rowAlert" role="alert" tabIndex={-1}>
      {error && <Alert {...alert} />}
    </div>
  )
}

function useAlert({ error, onRetry }: GlobalAlertProps) {
  const messages = useMessages()
  if (!error) return {}
  if (error.kind === 'offline')
    return {
      color: 'warning' as const,
      title: <Text k="offline__title" />,
      children: <Text k="offline__text" />,
    }
  if (error.kind === 'unreachable') {
    const retry = (
      <Button variant="link" onClick={onRetry}>
        <Text k="loadingLong__retry" />
      </Button>
    )
    const said = error.message ? messages.error(error) : <Text k="unreachable__text" />
    return {
      title: <Text k="unreachable__title" />,
      children: (
        <>
          {said} {retry}
        </>
      ),
    }
  }
  if (isLimit(error)) return {}
  return { title: messages.error(error) }
}

const isLimit = (error: GlobalError) => error.kind === 'rate-limited' && submitUntil(error) !== null

/** What the slot of a form's last field says of a rate limit. A lock is no limit: the alert tells it. */
export const limitWarning = (error: GlobalError | null): ReactNode =>
  error && isLimit(error) ? <Text k="formFieldMessage__tooManyTries" /> : undefined

/** When a form may be submitted again, epoch milliseconds, after too many tries or a lock; null for now. */
export const submitUntil = (error: GlobalError | null): number | null =>
  error?.action === 'submit' ? error.retryAfterUntil : null
