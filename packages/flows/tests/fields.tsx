import { Field, OtpField } from '@usher/primitives'
import type { UsernameAvailability } from '../src/index.ts'

const fieldLabels: Record<string, string> = {
  identifier: 'Email',
  emailAddress: 'Email',
  phoneNumber: 'Phone',
  password: 'Password',
  firstName: 'First name',
  lastName: 'Last name',
  username: 'Username',
  currentPassword: 'Current password',
  newPassword: 'New password',
}

type TextFieldProps = { name: string; label?: string; onValueChange?: (value: string) => void }

/** A labelled text or password field with its message. */
export function TextField({ name, label = fieldLabels[name], onValueChange }: TextFieldProps) {
  const type = /password/i.test(name) ? 'password' : 'text'
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Field.Input type={type} {...(onValueChange && { onValueChange })} />
      <Field.Error />
    </Field.Root>
  )
}

/** A labelled one-time code with its message. */
export function CodeField() {
  return (
    <Field.Root name="code">
      <Field.Label>Code</Field.Label>
      <OtpField.Root>
        <OtpField.Input />
      </OtpField.Root>
      <Field.Error />
    </Field.Root>
  )
}

/** What is known about the username that is typed. */
export function UsernameAnswer({ availability }: { availability: UsernameAvailability | null }) {
  const error = availability?.state === 'invalid' ? ` (${availability.error.code})` : ''
  return <p>{availability && `${availability.username} is ${availability.state}${error}`}</p>
}
