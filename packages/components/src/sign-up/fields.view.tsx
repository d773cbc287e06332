'use client'

import type { SignUpField, SignUpFlowProps, SignUpValues } from '@usher/flows'
import type { ReactNode } from 'react'
import { Address } from '../elements/address.tsx'
import { Button } from '../elements/button.tsx'
import { FieldRow, StyledForm } from '../elements/form.tsx'
import { MailIcon } from '../elements/icons.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { PasswordInput } from '../elements/password-input.tsx'
import { PhoneInput } from '../elements/phone-input.tsx'
import { SubmitButton } from '../elements/submit-button.tsx'
import { TextField } from '../elements/text-field.tsx'
import { GlobalAlert, submitUntil } from '../errors/global-alert.tsx'
import { useErrorTexts } from '../errors/use-error-texts.ts'
import { usePasswordRules } from '../errors/use-password-rules.ts'
import { Text } from '../messages/messages-context.tsx'
import { UsernameFieldView } from '../username/username-field.view.tsx'
import { LegalConsentView } from './legal-consent.view.tsx'

/** What the instance asks of a new account: at the start, or what is still missing. */
export function FieldsView({ flow }: { flow: SignUpFlowProps }): ReactNode {
  const { name, emailAddress } = flow.step
  const isAsked = flow.fields.some((field) => field.name === 'emailAddress')
  return (
    <>
      {name === 'continue' && emailAddress !== null && !isAsked && (
        <IdentityChip icon={<MailIcon />}>
          <Address>{emailAddress}</Address>
        </IdentityChip>
      )}
      <FieldsForm flow={flow} />
    </>
  )
}

function FieldsForm({ flow }: { flow: SignUpFlowProps }) {
  const errors = useErrorTexts(flow.errors)
  const names = flow.fields.filter(({ name }) => name === 'firstName' || name === 'lastName')
  const others = flow.fields.filter((field) => !names.includes(field))
  const until = submitUntil(flow.globalError)
  return (
    <StyledForm<SignUpValues>
      errors={errors}
      pending={flow.isPending}
      defaultValues={flow.defaultValues}
      onSubmit={(values) => flow.submit(values)}
    >
      {names.length > 0 && (
        <FieldRow>
          {names.map((field) => (
            <SignUpFieldView key={field.name} field={field} flow={flow} />
          ))}
        </FieldRow>
      )}
      {others.map((field) => (
        <SignUpFieldView key={field.name} field={field} flow={flow} />
      ))}
      <GlobalAlert error={flow.globalError} onRetry={flow.retry} />
      <SubmitButton until={until}>
        <Text k={flow.step.name === 'continue' ? 'formButtonPrimary' : 'signUp.start.formButtonPrimary'} />
      </SubmitButton>
    </StyledForm>
  )
}

function SignUpFieldView({ field, flow }: { field: SignUpField; flow: SignUpFlowProps }) {
  const rules = usePasswordRules(flow.passwordRules)
  const mark = field.isRequired ? undefined : <Text k="formFieldHintText__optional" />
  const isFirst = flow.focusTarget?.kind === 'field' && flow.focusTarget.name === field.name
  const shared = {
    ...{ name: field.name, required: field.isRequired, mark },
    ...(isFirst && { 'data-initial-focus': '' }),
  }
  switch (field.name) {
    case 'firstName':
      return (
        <TextField {...shared} label={<Text k="formFieldLabel__firstName" />} autoComplete="given-name" />
      )
    case 'lastName':
      return (
        <TextField {...shared} label={<Text k="formFieldLabel__lastName" />} autoComplete="family-name" />
      )
    case 'username':
      return (
        <UsernameFieldView {...shared} availability={flow.usernameAvailability} onType={flow.typeUsername} />
      )
    case 'emailAddress':
      return (
        <TextField
          {...shared}
          label={<Text k="formFieldLabel__emailAddress" />}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          action={
            flow.takenEmailAddress && (
              <Button
                element="formFieldAction"
                elementId="emailAddress"
                variant="link"
                onClick={flow.signInInstead}
              >
                <Text k="signUp.start.actionLink" />
              </Button>
            )
          }
        />
      )
    case 'phoneNumber':
      return <PhoneInput {...shared} label={<Text k="formFieldLabel__phoneNumber" />} isFirst={isFirst} />
    case 'legalAccepted':
      return <LegalConsentView flow={flow} />
    case 'password':
      return (
        <PasswordInput
          {...shared}
          label={<Text k="formFieldLabel__password" />}
          autoComplete="new-password"
          rules={rules}
        />
      )
  }
}
