import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import * as Dialog from './dialog/parts.ts'
import * as Field from './field/parts.ts'
import * as Form from './form/parts.ts'
import * as OtpField from './otp-field/parts.ts'
import * as PasswordField from './password-field/parts.ts'

const prevent = (event: { preventDefault: () => void }) => event.preventDefault()

test('An app may keep a click from showing the password', async () => {
  await render(
    <PasswordField.Root>
      <PasswordField.Input aria-label="Password" />
      <PasswordField.Toggle onClick={prevent}>Show</PasswordField.Toggle>
    </PasswordField.Root>,
  )
  await userEvent.click(page.getByRole('button'))
  expect(page.getByLabelText('Password').element()).toHaveAttribute('type', 'password')
})

test('An app may keep a click from submitting', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <Form.Submit onClick={prevent}>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.click(page.getByRole('button'))
  expect(onSubmit).not.toHaveBeenCalled()
})

test('An app may keep a change from its form', async () => {
  const onValueChange = vi.fn()
  const onCheckedChange = vi.fn()
  await render(
    <>
      <Field.Input aria-label="Name" onChange={prevent} onValueChange={onValueChange} />
      <Field.Checkbox aria-label="Consent" onChange={prevent} onCheckedChange={onCheckedChange} />
    </>,
  )
  await userEvent.fill(page.getByRole('textbox'), 'ada')
  await userEvent.click(page.getByRole('checkbox'))
  expect(onValueChange).not.toHaveBeenCalled()
  expect(onCheckedChange).not.toHaveBeenCalled()
})

test('An app may keep a code from being taken', async () => {
  const onComplete = vi.fn()
  await render(
    <OtpField.Root onComplete={onComplete}>
      <OtpField.Input aria-label="Code" onChange={prevent} />
    </OtpField.Root>,
  )
  await userEvent.fill(page.getByRole('textbox'), '424242')
  expect(onComplete).not.toHaveBeenCalled()
})

test('An app may keep clicks from opening and closing a dialog', async () => {
  const onOpenChange = vi.fn()
  await render(
    <Dialog.Root onOpenChange={onOpenChange}>
      <Dialog.Trigger onClick={prevent}>Open</Dialog.Trigger>
    </Dialog.Root>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Open' }))
  await render(
    <Dialog.Root defaultOpen onOpenChange={onOpenChange}>
      <Dialog.Content aria-label="Delete">
        <Dialog.Close onClick={prevent}>Close</Dialog.Close>
      </Dialog.Content>
    </Dialog.Root>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Close' }))
  expect(onOpenChange).not.toHaveBeenCalled()
})
