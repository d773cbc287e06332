import { useState } from 'react'
import { vi } from 'vitest'
import { page } from 'vitest/browser'
import * as Field from '../src/field/parts.ts'
import * as Form from '../src/form/parts.ts'
import type { FormErrors } from '../src/form/use-messages.ts'

export const email = page.getByRole('textbox', { name: 'Email' })
export const nickname = page.getByRole('textbox', { name: 'Nickname' })
export const submit = page.getByRole('button', { name: 'Continue' })
export const alert = page.getByRole('alert')

/** One text field with its label and the slot for its message. */
export function TextField({ name, label }: { name: string; label: string }) {
  return (
    <Field.Root name={name}>
      <Field.Label>{label}</Field.Label>
      <Field.Input />
      <Field.Error data-testid={`${name}-error`} />
    </Field.Root>
  )
}

/** The inside of a small form: two fields, the alert and the button. */
export function SignUpFields() {
  return (
    <>
      <TextField name="email" label="Email" />
      <TextField name="nickname" label="Nickname" />
      <Form.Error />
      <Form.Submit>Continue</Form.Submit>
    </>
  )
}

/** A form whose server answers each submit with the next of the given errors. */
export function AnsweredForm({ replies }: { replies: FormErrors[] }) {
  const [errors, setErrors] = useState<FormErrors>({})
  return (
    <Form.Root errors={errors} onSubmit={async () => setErrors(replies.shift() ?? {})}>
      <SignUpFields />
    </Form.Root>
  )
}

/** A server that answers a submit when told to. */
export function slowServer() {
  const waiting: (() => void)[] = []
  const onSubmit = vi.fn((_values: unknown) => new Promise<void>((resolve) => waiting.push(resolve)))
  return { onSubmit, answer: () => waiting.shift()?.() }
}
