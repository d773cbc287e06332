'use client'

import type { CodeProps, FieldErrors, GlobalError } from '@usher/flows'
import { useAnnounce } from '@usher/primitives'
import { type ReactNode, useEffect } from 'react'
import { Button } from '../elements/button.tsx'
import { CodeInput } from '../elements/code-input.tsx'
import { StyledForm } from '../elements/form.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { Text, useMessages } from '../messages/messages-context.tsx'

export type CodeFormProps = {
  code: CodeProps
  errors: FieldErrors<string>
  globalError: GlobalError | null
  isPending: boolean
  retry: () => void
  resend: () => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Instead of "6-digit code". */
  label?: ReactNode
  /** Instead of how long a code that was sent works. */
  hint?: ReactNode
  /** Instead of "Verify". */
  submitLabel?: ReactNode
  /** What stands beside the submit button, in a panel. */
  buttons?: ReactNode
}

/** The form for a code of six digits: six cells, submitted by itself when they are full. */
export function CodeForm(props: CodeFormProps): ReactNode {
  const { code, globalError, buttons } = props
  const errors = useErrorTexts(props.errors)
  const until = submitUntil(globalError)
  useSentAgain(code.resentCount)
  const isDead = code.state === 'dead'
  const submit = (
    <SubmitButton until={until} block={!buttons}>
      {props.submitLabel ?? <Text k="formButtonPrimary__verify" />}
    </SubmitButton>
  )
  return (
    <StyledForm<{ code: string }>
      errors={errors}
      pending={props.isPending}
      onSubmit={({ code: typed = '' }) => props.submitCode({ code: typed })}
    >
      <CodeInput
        label={props.label ?? <Text k="formFieldLabel__code" />}
        hint={isDead ? undefined : (props.hint ?? <Text k="codeHint" />)}
        warning={limitWarning(globalError)}
      />
      <GlobalAlert error={globalError} onRetry={props.retry} />
      {isDead ? (
        <Button variant="primary" block={!buttons} onClick={() => void props.resend()}>
          <Text k="codeResend" />
        </Button>
      ) : (
        !buttons && submit
      )}
      {buttons && (
        <div className="cl-formButtons">
          {!isDead && submit}
          {buttons}
        </div>
      )}
    </StyledForm>
  )
}

function useSentAgain(resentCount: number) {
  const announce = useAnnounce()
  const { text } = useMessages()
  useEffect(() => {
    if (resentCount > 0) announce(text('codeSent'))
  }, [resentCount, announce, text])
}
