'use client'

import type { SignInFlowProps } from '@usher/flows'
import { type ReactNode, useRef } from 'react'
import { Button } from '../elements/button.tsx'
import { StyledForm } from '../elements/form.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { GlobalAlert, limitWarning, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import type { MessageKey } from '../messages/en/keys.ts'
import { Text } from '../messages/messages-context.tsx'
import { PasskeyAction } from './passkey-action.view.tsx'

const names: Record<string, string> = {
  email_address: '_emailAddress',
  phone_number: '_phoneNumber',
  username: '_username',
}

// The kinds that an instance has, in the order of the texts.
const labelOf = (kinds: string[]) =>
  `formFieldLabel_${Object.keys(names)
    .filter((kind) => kinds.includes(kind))
    .map((kind) => names[kind])
    .join('')}` as MessageKey

type Values = { identifier: string; password: string }

/** The first step: the identifier, and the password with it, so that a password manager fills both. */
export function StartView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const form = useRef<HTMLFormElement>(null)
  const errors = useErrorTexts(flow.errors)
  const warning = limitWarning(flow.globalError)
  const { identifierKinds, hasPasswordField } = flow
  const isEmailOnly = identifierKinds.length === 1 && identifierKinds[0] === 'email_address'
  const typedIdentifier = () => String(new FormData(form.current ?? undefined).get('identifier') ?? '')
  return (
    <>
      <StyledForm<Values>
        ref={form}
        errors={errors}
        pending={flow.isPending}
        defaultValues={{ identifier: flow.defaultIdentifier }}
        onSubmit={({ identifier = '', password }) =>
          flow.submitIdentifier({ identifier, password: password || undefined })
        }
      >
        <TextField
          name="identifier"
          label={<Text k={labelOf(identifierKinds)} />}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
          inputMode={isEmailOnly ? 'email' : 'text'}
          enterKeyHint="next"
          required
          warning={hasPasswordField ? undefined : warning}
        />
        {hasPasswordField && (
          <PasswordInput
            name="password"
            autoComplete="current-password"
            label={<Text k="formFieldLabel__password" />}
            action={
              <Button
                element="formFieldAction"
                elementId="password"
                variant="link"
                onClick={() => void flow.forgotPassword({ identifier: typedIdentifier() })}
              >
                <Text k="formFieldAction__forgotPassword" />
              </Button>
            }
            warning={warning}
          />
        )}
        <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
        <SubmitButton until={submitUntil(flow.globalError)}>
          <Text k="formButtonPrimary" />
        </SubmitButton>
      </StyledForm>
      <PasskeyAction flow={flow} />
    </>
  )
}
