import { useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as Form from '../form/parts.ts'
import * as Field from './parts.ts'

const email = page.getByRole('textbox', { name: 'Email' })
const consent = page.getByRole('checkbox', { name: 'I agree' })

test('Without a form a field ties its label, hint and message to the input', async () => {
  const { container, rerender } = await render(<EmailField />)
  await expect.element(email).toHaveAccessibleDescription('We never share it')
  expect(email.element()).not.toHaveAttribute('aria-invalid')
  await rerender(<EmailField error="That is no address" />)
  await expect.element(email).toHaveAccessibleDescription('That is no address We never share it')
  await expect.element(email).toHaveAttribute('aria-invalid', 'true')
  await expectAxeClean(container)
})

function EmailField({ error, hint = true }: { error?: string; hint?: boolean }) {
  return (
    <Field.Root error={error} required>
      <Field.Label>Email</Field.Label>
      <Field.Input type="email" autoComplete="email" />
      {hint && <Field.Description>We never share it</Field.Description>}
      <Field.Error />
    </Field.Root>
  )
}

function UpperCaseField() {
  const [value, setValue] = useState('')
  return (
    <Field.Root>
      <Field.Label>Email</Field.Label>
      <Field.Input value={value} onValueChange={(text) => setValue(text.toUpperCase())} />
    </Field.Root>
  )
}

test('Only what is on screen is listed as a description', async () => {
  const { rerender } = await render(<EmailField hint={false} />)
  expect(email.element()).not.toHaveAttribute('aria-describedby')
  await rerender(<EmailField />)
  await expect.element(email).toHaveAccessibleDescription('We never share it')
  await rerender(<EmailField hint={false} />)
  await expect.element(email).not.toHaveAttribute('aria-describedby')
})

test('The slot for the message is there before there is one', async () => {
  const { container, rerender } = await render(<EmailField hint={false} />)
  const elements = container.querySelectorAll('*').length
  await rerender(<EmailField hint={false} error="That is no address" />)
  expect(container.querySelectorAll('*').length).toBe(elements)
})

test('An input with an id of its own keeps its label', async () => {
  await render(
    <Field.Root>
      <Field.Label>Email</Field.Label>
      <Field.Input id="mine" />
    </Field.Root>,
  )
  await expect.element(email).toHaveAttribute('id', 'mine')
})

test('An input can be controlled', async () => {
  await render(<UpperCaseField />)
  await userEvent.type(email, 'ada')
  await expect.element(email).toHaveValue('ADA')
})

test('An input can be left to itself', async () => {
  await render(
    <Field.Root>
      <Field.Label>Email</Field.Label>
      <Field.Input defaultValue="ada" />
    </Field.Root>,
  )
  await userEvent.type(email, '!')
  await expect.element(email).toHaveValue('ada!')
})

test('A controlled input tells its form what it holds', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <Field.Root name="email">
        <Field.Label>Email</Field.Label>
        <Field.Input value="ada@example.com" onValueChange={() => {}} />
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.click(page.getByRole('button'))
  expect(onSubmit).toHaveBeenCalledWith({ email: 'ada@example.com' })
})

test('A list to choose from is a field too', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit} defaultValues={{ role: 'admin' }}>
      <Field.Root name="role">
        <Field.Label>Role</Field.Label>
        <Field.Input
          render={
            <select>
              <option value="member">Member</option>
              <option value="admin">Administrator</option>
            </select>
          }
        />
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>,
  )
  const list = page.getByRole('combobox', { name: 'Role' })
  await expect.element(list).toHaveValue('admin')
  await userEvent.selectOptions(list, 'member')
  await userEvent.click(page.getByRole('button'))
  expect(onSubmit).toHaveBeenCalledWith({ role: 'member' })
})

test('A ticked box submits true, an unticked one false', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <Field.Root name="consent">
        <Field.Checkbox value="yes" />
        <Field.Label>I agree</Field.Label>
        <Field.Error />
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.click(page.getByRole('button'))
  expect(onSubmit).toHaveBeenLastCalledWith({ consent: false })
  await userEvent.click(consent)
  await userEvent.click(page.getByRole('button'))
  expect(onSubmit).toHaveBeenLastCalledWith({ consent: true })
})

test('A box that is ticked at first stays so, and cannot be changed while the server thinks', async () => {
  await render(
    <Form.Root pending defaultValues={{ consent: true }}>
      <Field.Root name="consent">
        <Field.Checkbox />
        <Field.Label>I agree</Field.Label>
      </Field.Root>
    </Form.Root>,
  )
  await expect.element(consent).toBeChecked()
  await userEvent.click(consent)
  await expect.element(consent).toBeChecked()
})

test('A message that comes by itself while the person types is said once', async () => {
  const { rerender } = await render(<EmailField />)
  await userEvent.click(email)
  await rerender(<EmailField error="Somebody has this name" />)
  const region = document.querySelector('[data-live-region=assertive]')
  await vi.waitFor(() => expect(region).toHaveTextContent('Somebody has this name'))
  expect(region?.childElementCount).toBe(1)
  expect(page.getByRole('alert').elements()).toHaveLength(0)
})

test('What a person typed before the page came to life is kept and submitted', async () => {
  const onSubmit = vi.fn()
  const form = (
    <Form.Root onSubmit={onSubmit} defaultValues={{ email: '', consent: false }}>
      <Field.Root name="email">
        <Field.Label>Email</Field.Label>
        <Field.Input />
        <Field.Error />
      </Field.Root>
      <Field.Root name="consent">
        <Field.Checkbox />
        <Field.Label>I agree</Field.Label>
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>
  )
  const host = document.body.appendChild(document.createElement('div'))
  host.innerHTML = renderToString(form)
  await userEvent.fill(email, 'early@example.com')
  await userEvent.click(consent)
  const problems: unknown[] = []
  const root = hydrateRoot(host, form, { onRecoverableError: (problem) => problems.push(problem) })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect.element(email).toHaveValue('early@example.com')
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  expect(onSubmit).toHaveBeenCalledWith({ email: 'early@example.com', consent: true })
  expect(problems).toEqual([])
  root.unmount()
  host.remove()
})
