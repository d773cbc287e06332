'use client'

import type { CodeProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { ResendLink } from '../elements/resend-link.tsx'
import { Text } from '../messages/messages-context.tsx'

/** Asks for another code once that is possible. Nothing when the code is dead: then the form itself offers a new one. */
export function ResendCode({ flow }: { flow: { code: CodeProps; resend: () => Promise<void> } }): ReactNode {
  const { code, resend } = flow
  if (code.state === 'dead') return null
  return (
    <ResendLink until={code.resendAt} pending={code.state === 'sending'} onClick={() => void resend()}>
      <Text k="codeResend" />
    </ResendLink>
  )
}
