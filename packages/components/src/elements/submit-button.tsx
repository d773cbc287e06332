'use client'

import { Form, useCountdown } from '@usher/primitives'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { Text } from '../messages/messages-context.tsx'
import { Button, type ButtonProps } from './button.tsx'
import { formatCountdown } from './countdown.ts'

export type SubmitButtonProps = Omit<ButtonProps, 'type' | 'href'> & {
  /** Not before this moment (epoch milliseconds), for example after too many tries: the label becomes the time left. */
  until?: number | null | undefined
  /** When the wait began, if that was before this button was drawn. */
  since?: number | undefined
}

/** The submit button of a form: pending with the form, or a timer until it may be pressed again. */
export function SubmitButton({
  until = null,
  since,
  children,
  style,
  ...props
}: SubmitButtonProps): ReactNode {
  const seconds = useCountdown(until)
  const timing = useMemo(() => timerStyle(until, since), [until, since])
  const waits = seconds > 0
  const button = (
    <Button
      variant="primary"
      block
      element="formButtonPrimary"
      {...props}
      {...(waits && { 'data-timer': '', 'aria-disabled': true })}
      style={{ ...style, ...(waits && timing) }}
    >
      {waits ? <Text k="formButtonPrimary__timer" values={{ time: formatCountdown(seconds) }} /> : children}
    </Button>
  )
  return <Form.Submit className="cl-formSubmit" render={button} />
}

function timerStyle(until: number | null, since = Date.now()): CSSProperties {
  const total = Math.max(1, ((until ?? 0) - since) / 1000)
  return {
    '--_time': `${total}s`,
    '--_elapsed': `${(since - Date.now()) / 1000}s`,
    '--_steps': Math.ceil(total),
  } as CSSProperties
}
