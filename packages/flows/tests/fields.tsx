import { Field, OtpField } from '@usher/primitives'

const fieldLabels: Record<string, string> = {
  identifier: 'Email',
  emailAddress: 'Email',
  password: 'Password',
  firstName: 'First name',
  lastName: 'Last name',
  currentPassword: 'Current password',
  newPassword: 'New password',
}

/** A labelled text or password field with its message. */
export function TextField({ name, label = fieldLabels[name] }: { name: string; label?: string }) {
  const type = /password/i.test(name) ? 'password' : 'text'
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Field.Input type={type} />
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
