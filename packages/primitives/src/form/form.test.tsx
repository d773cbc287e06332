import { StrictMode } from 'react'
import { createPortal } from 'react-dom'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import { email, nickname, SignUpFields, slowServer, submit, TextField } from '../../tests/sign-up-form.tsx'
import { useFormState } from './form-context.ts'
import * as Form from './parts.ts'

const Dirty = () => <output>{useFormState().dirty ? 'changed' : 'as it was'}</output>

test('A person submits what they typed', async () => {
  const onSubmit = vi.fn()
  await render(
    <StrictMode>
      <Form.Root onSubmit={onSubmit} defaultValues={{ nickname: 'ada' }}>
        <SignUpFields />
      </Form.Root>
    </StrictMode>,
  )
  await userEvent.fill(email, 'ada@example.com')
  await userEvent.click(submit)
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ email: 'ada@example.com', nickname: 'ada' })
})

test('Without JavaScript a form would post, and the browser would not judge it', async () => {
  const { container } = await render(
    <Form.Root aria-label="Sign up">
      <SignUpFields />
    </Form.Root>,
  )
  const form = container.querySelector('form') as HTMLFormElement
  expect(form.method).toBe('post')
  expect(form.noValidate).toBe(true)
  await expectAxeClean(container)
})

test('A value that a password manager wrote without an event is submitted', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <SignUpFields />
    </Form.Root>,
  )
  ;(email.element() as HTMLInputElement).value = 'filled@example.com'
  await userEvent.click(submit)
  expect(onSubmit).toHaveBeenCalledWith({ email: 'filled@example.com', nickname: '' })
})

test('While the server thinks, a second submit is ignored, fields are read-only and nobody loses the focus', async () => {
  const { onSubmit, answer } = slowServer()
  await render(
    <Form.Root onSubmit={onSubmit} data-testid="form">
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.fill(email, 'ada@example.com')
  await userEvent.keyboard('{Enter}')
  await expect.element(submit).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter}')
  ;(submit.element() as HTMLElement).click()
  expect(onSubmit).toHaveBeenCalledTimes(1)
  expect(email.element()).toHaveFocus()
  expect(email.element()).toHaveAttribute('readonly')
  expect(email.element()).not.toBeDisabled()
  expect(submit.element()).not.toHaveAttribute('disabled')
  await expect.element(page.getByTestId('form')).toHaveAttribute('data-pending')

  answer()
  await expect.element(submit).not.toHaveAttribute('aria-disabled')
  expect(email.element()).not.toHaveAttribute('readonly')
  expect(email.element()).toHaveFocus()
})

test('The submit button keeps the focus while the server thinks', async () => {
  const { onSubmit, answer } = slowServer()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.click(submit)
  await expect.element(submit).toHaveAttribute('data-pending')
  expect(submit.element()).toHaveFocus()
  answer()
  await expect.element(submit).not.toHaveAttribute('data-pending')
  expect(submit.element()).toHaveFocus()
})

test('A submit button that waits for a rate limit stops Enter and requestSubmit too', async () => {
  const onSubmit = vi.fn()
  const { container } = await render(
    <Form.Root onSubmit={onSubmit}>
      <TextField name="email" label="Email" />
      <Form.Submit aria-disabled>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.fill(email, 'ada@example.com')
  await userEvent.keyboard('{Enter}')
  container.querySelector('form')?.requestSubmit()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('A form knows whether the person changed something', async () => {
  await render(
    <Form.Root defaultValues={{ email: 'ada@example.com' }}>
      <SignUpFields />
      <Dirty />
    </Form.Root>,
  )
  const status = page.getByRole('status')
  await expect.element(status).toHaveTextContent('as it was')
  await userEvent.fill(email, 'grace@example.com')
  await expect.element(status).toHaveTextContent('changed')
  await userEvent.fill(email, 'ada@example.com')
  await expect.element(status).toHaveTextContent('as it was')
})

test('A submit that the app fails to handle ends pending and stays visible to the app', async () => {
  const seen = new Promise<unknown>((resolve) => {
    addEventListener(
      'unhandledrejection',
      (event) => {
        event.preventDefault()
        event.stopImmediatePropagation()
        resolve(event.reason)
      },
      { once: true, capture: true },
    )
  })
  await render(
    <Form.Root onSubmit={() => Promise.reject(new Error('bug in the app'))}>
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.click(submit)
  expect(await seen).toMatchObject({ message: 'bug in the app' })
  await expect.element(submit).not.toHaveAttribute('data-pending')
})

test('A form can be kept pending from outside', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root pending onSubmit={onSubmit}>
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.click(email)
  await userEvent.keyboard('{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
  expect(email.element()).toHaveAttribute('readonly')
})

test('A form in a dialog inside another form is submitted alone', async () => {
  const outer = vi.fn()
  const inner = vi.fn()
  const place = document.body.appendChild(document.createElement('div'))
  await render(
    <Form.Root onSubmit={outer}>
      {createPortal(
        <Form.Root onSubmit={inner}>
          <Form.Submit>Confirm</Form.Submit>
        </Form.Root>,
        place,
      )}
    </Form.Root>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Confirm' }))
  expect(inner).toHaveBeenCalledTimes(1)
  expect(outer).not.toHaveBeenCalled()
  place.remove()
})

test('Names that are paths make objects and lists, and leave the defaults as the app wrote them', async () => {
  const onSubmit = vi.fn()
  const defaultValues = { address: { city: 'London', country: 'GB' }, source: 'advert' }
  await render(
    <Form.Root onSubmit={onSubmit} defaultValues={defaultValues}>
      <TextField name="address.city" label="City" />
      <TextField name="friends.0.name" label="Friend" />
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.fill(page.getByRole('textbox', { name: 'City' }), 'Paris')
  await userEvent.fill(page.getByRole('textbox', { name: 'Friend' }), 'Charles')
  await userEvent.click(submit)
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith({
    address: { city: 'Paris', country: 'GB' },
    friends: [{ name: 'Charles' }],
    source: 'advert',
  })
  expect(defaultValues.address.city).toBe('London')
})

test('What was typed into a field that left the screen is there when it comes back, and is submitted', async () => {
  const onSubmit = vi.fn()
  const form = (isAsked: boolean) => (
    <Form.Root onSubmit={onSubmit}>
      {isAsked && <TextField name="nickname" label="Nickname" />}
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>
  )
  const { rerender } = await render(form(true))
  await userEvent.fill(nickname, 'ada')
  await rerender(form(false))
  await userEvent.click(submit)
  expect(onSubmit).toHaveBeenLastCalledWith({ nickname: 'ada' })
  await rerender(form(true))
  await expect.element(nickname).toHaveValue('ada')
})
