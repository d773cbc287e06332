'use client'

import { useCountdown } from '@usher/primitives'
import type { ReactNode } from 'react'
import { Text } from '../messages/messages-context.tsx'
import { Button } from './button.tsx'
import { formatCountdown } from './countdown.ts'

export type ResendLinkProps = {
  /** From when on another code may be asked for, epoch milliseconds; null for now. */
  until: number | null
  onClick: () => void
  pending?: boolean
  /** What it says when it may be pressed: "Send a new code". */
  children: ReactNode
}

/** Asks for another code; until then says how long that takes, without telling it every second. */
export function ResendLink({ until, children, ...props }: ResendLinkProps): ReactNode {
  const seconds = useCountdown(until)
  return (
    <Button element="formResendCodeLink" variant="link" aria-disabled={seconds > 0} {...props}>
      {seconds > 0 ? <Text k="resendButton__timer" values={{ time: formatCountdown(seconds) }} /> : children}
    </Button>
  )
}

/** The line under the submit button of a code: another method at the start, another code at the end. */
export function FormFoot({ children }: { children: ReactNode }): ReactNode {
  return <div className="cl-formResend">{children}</div>
}
