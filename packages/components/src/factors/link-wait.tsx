'use client'

import { type CodeProps, type GlobalError, useLinkWait } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { Alert } from '../elements/alert.tsx'
import { Button } from '../elements/button.tsx'
import { ResendLink } from '../elements/resend-link.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { emailLinkMessages } from '../messages/en/email-link.ts'
import { MessagesProvider, Text, useMessages } from '../messages/messages-context.tsx'

export type LinkWaitProps = {
  flow: {
    code: CodeProps
    globalError: GlobalError | null
    retry: () => void
    resend: () => Promise<void>
    awaitLink: (signal: AbortSignal) => Promise<void>
  }
  /** Why a link is asked for, before what to do with it. */
  reason?: ReactNode
  /** What stands beside the way to send another link: another method, or Cancel in a panel. */
  children?: ReactNode
  /** Stands in a panel. */
  isPanel?: boolean
}

/** Waits for a link that was mailed, and sends another one. */
export function LinkWait(props: LinkWaitProps): ReactNode {
  return (
    <MessagesProvider catalog={emailLinkMessages}>
      <Waiting {...props} />
    </MessagesProvider>
  )
}

function Waiting({ flow, reason, children, isPanel = false }: LinkWaitProps) {
  const { code, globalError, retry, resend } = flow
  useLinkWait(flow)
  useSentAgain(code.resentCount)
  const isDead = code.state === 'dead'
  const again = isDead && (
    <Button variant="primary" block={!isPanel} onClick={() => void resend()}>
      <Text k="emailLink__resend" />
    </Button>
  )
  return (
    <div className="cl-form">
      <div aria-live="polite">
        {isDead ? (
          <Alert color="warning" title={<Text k="emailLink__expired" />} />
        ) : (
          <p className="cl-linkHint">
            {reason} <Text k="emailLink__hint" />
          </p>
        )}
      </div>
      <RowAlert error={globalError} onRetry={retry} />
      {!isPanel && again}
      <div className={isPanel ? 'cl-formButtons' : 'cl-formResend'}>
        {isPanel && again}
        {children}
        {!isDead && (
          <ResendLink until={code.resendAt} pending={code.state === 'sending'} onClick={() => void resend()}>
            <Text k="emailLink__resend" />
          </ResendLink>
        )}
      </div>
    </div>
  )
}

function useSentAgain(resentCount: number) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (resentCount > 0) announce(text('emailLink__sent'))
  }, [resentCount, announce, text])
}
