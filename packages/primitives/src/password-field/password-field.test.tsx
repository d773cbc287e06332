import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as Field from '../field/parts.ts'
import * as Form from '../form/parts.ts'
import * as PasswordField from './parts.ts'

const password = page.getByLabelText('Password', { exact: true })
const labels = { show: 'Show', hide: 'Hide' }
const rules = [
  { id: 'length', test: (value: string) => value.length >= 8 },
  { id: 'digit', test: (value: string) => /\d/.test(value) },
]

function PasswordForm({ onSubmit }: { onSubmit?: (values: unknown) => void }) {
  return (
    <Form.Root {...(onSubmit && { onSubmit })}>
      <Field.Root name="password">
        <Field.Label>Password</Field.Label>
        <PasswordField.Root>
          <PasswordField.Input autoComplete="new-password" />
          <PasswordField.Toggle labels={labels} />
          <PasswordField.Rules rules={rules}>
            {({ id, met }) => (
              <li key={id}>
                {id} {met ? 'met' : 'not yet'}
              </li>
            )}
          </PasswordField.Rules>
        </PasswordField.Root>
        <Field.Error />
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>
  )
}

function ControlledField({ onShown }: { onShown: (shown: boolean) => void }) {
  const [shown, setShown] = useState(true)
  const change = (next: boolean) => {
    onShown(next)
    setShown(next)
  }
  return (
    <PasswordField.Root shown={shown} onShownChange={change}>
      <PasswordField.Input aria-label="Password" />
      <PasswordField.Toggle aria-label="Show" />
    </PasswordField.Root>
  )
}

test('A person shows and hides the password', async () => {
  const { container } = await render(<PasswordForm />)
  await expect.element(password).toHaveAttribute('type', 'password')
  const toggle = page.getByRole('button', { name: 'Show' })
  expect(toggle.element()).toHaveAttribute('aria-controls', password.element().id)
  expect(toggle.element()).not.toHaveAttribute('aria-pressed')
  await userEvent.click(toggle)
  await expect.element(password).toHaveAttribute('type', 'text')
  await expectAxeClean(container)
  await userEvent.click(page.getByRole('button', { name: 'Hide' }))
  await expect.element(password).toHaveAttribute('type', 'password')
})

test('A person who shows the password while typing keeps the focus and the caret', async () => {
  await render(<PasswordForm />)
  await userEvent.fill(password, 'secret')
  const input = password.element() as HTMLInputElement
  input.setSelectionRange(2, 4)
  await userEvent.click(page.getByRole('button', { name: 'Show' }))
  await expect.element(password).toHaveAttribute('type', 'text')
  expect(input).toHaveFocus()
  expect([input.selectionStart, input.selectionEnd]).toEqual([2, 4])
})

test('By keyboard the toggle keeps the focus itself', async () => {
  await render(<PasswordForm />)
  await userEvent.click(password)
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(password).toHaveAttribute('type', 'text')
  expect(page.getByRole('button', { name: 'Hide' }).element()).toHaveFocus()
})

test('A shown password is hidden again when it is submitted', async () => {
  const onSubmit = vi.fn()
  await render(<PasswordForm onSubmit={onSubmit} />)
  await userEvent.fill(password, 'secret')
  await userEvent.click(page.getByRole('button', { name: 'Show' }))
  await expect.element(password).toHaveAttribute('type', 'text')
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  await expect.element(password).toHaveAttribute('type', 'password')
  expect(onSubmit).toHaveBeenCalledWith({ password: 'secret' })
})

test('With one name the toggle tells its state by being pressed, and the app may decide', async () => {
  const onShown = vi.fn()
  await render(<ControlledField onShown={onShown} />)
  const toggle = page.getByRole('button', { name: 'Show', pressed: true })
  await expect.element(toggle).toHaveAttribute('data-shown')
  await userEvent.click(toggle)
  await expect.element(page.getByRole('button', { name: 'Show', pressed: false })).toBeVisible()
  expect(onShown).toHaveBeenCalledExactlyOnceWith(false)
})

test('The rules follow every keystroke and describe the input', async () => {
  await render(<PasswordForm />)
  const list = page.getByRole('list')
  await expect.element(list).toHaveTextContent('length not yetdigit not yet')
  await userEvent.type(password, 'longenough')
  await expect.element(list).toHaveTextContent('length metdigit not yet')
  expect(list.element()).not.toHaveAttribute('data-met')
  await userEvent.type(password, '1')
  await expect.element(list).toHaveAttribute('data-met')
  await expect.element(password).toHaveAccessibleDescription('length met digit met')
})

test('A part outside of its root says what to do', async () => {
  await expect(render(<PasswordField.Toggle />)).rejects.toThrow('Put it inside one')
})
