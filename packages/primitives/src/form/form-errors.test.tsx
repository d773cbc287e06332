import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { z } from 'zod/mini'
import {
  AnsweredForm,
  alert,
  email,
  nickname,
  SignUpFields,
  slowServer,
  submit,
  TextField,
} from '../../tests/sign-up-form.tsx'
import * as Form from './parts.ts'

const spoken = () => document.querySelector('[data-live-region=assertive]')?.textContent

test('Server errors stand under their fields, and the first of them in the document has the focus', async () => {
  await render(<AnsweredForm replies={[{ nickname: 'Taken', email: 'Unknown' }]} />)
  await userEvent.click(submit)
  await expect.element(page.getByTestId('email-error')).toHaveTextContent('Unknown')
  await expect.element(page.getByTestId('nickname-error')).toHaveTextContent('Taken')
  expect(email.element()).toHaveFocus()
  await expect.element(email).toHaveAccessibleDescription('Unknown')
  expect(email.element()).toHaveAttribute('aria-invalid', 'true')
})

test('A wrong value is selected, so that typing replaces it', async () => {
  await render(<AnsweredForm replies={[{ email: 'Unknown' }]} />)
  await userEvent.fill(email, 'wrong')
  await userEvent.click(submit)
  await expect.element(email).toHaveFocus()
  await userEvent.keyboard('right')
  await expect.element(email).toHaveValue('right')
})

test('Editing a field clears its own error and no other, and the focus stays', async () => {
  await render(<AnsweredForm replies={[{ nickname: 'Taken', email: 'Unknown' }]} />)
  await userEvent.click(submit)
  await expect.element(page.getByTestId('email-error')).toHaveTextContent('Unknown')
  await userEvent.type(email, 'a')
  await expect.element(page.getByTestId('email-error')).toBeEmptyDOMElement()
  await expect.element(page.getByTestId('nickname-error')).toHaveTextContent('Taken')
  expect(email.element()).toHaveFocus()
})

test('A submit clears every old error at once', async () => {
  const { onSubmit, answer } = slowServer()
  const { rerender } = await render(
    <Form.Root onSubmit={onSubmit} errors={{ email: 'Unknown', nickname: 'Taken' }}>
      <SignUpFields />
      <Form.Error message="Something else" data-testid="global" />
    </Form.Root>,
  )
  await expect.element(page.getByTestId('global')).toHaveTextContent('Something else')
  await userEvent.click(submit)
  await expect.element(submit).toHaveAttribute('data-pending')
  expect(document.body.textContent).not.toMatch(/Unknown|Taken|Something else/)
  await rerender(
    <Form.Root onSubmit={onSubmit} errors={{ nickname: 'Still taken' }}>
      <SignUpFields />
    </Form.Root>,
  )
  answer()
  await expect.element(page.getByTestId('nickname-error')).toHaveTextContent('Still taken')
  await expect.element(page.getByTestId('email-error')).toBeEmptyDOMElement()
})

test('The same error sent twice is shown and focused twice', async () => {
  await render(<AnsweredForm replies={[{ email: 'Unknown' }, { email: 'Unknown' }]} />)
  for (const attempt of ['one', 'two']) {
    await userEvent.fill(email, attempt)
    await expect.element(page.getByTestId('email-error')).toBeEmptyDOMElement()
    await userEvent.click(submit)
    await expect.element(page.getByTestId('email-error')).toHaveTextContent('Unknown')
    expect(email.element()).toHaveFocus()
  }
})

test('An error object that the parent merely creates again does not bring back what the person corrected', async () => {
  const form = () => (
    <Form.Root errors={{ email: 'Unknown' }}>
      <SignUpFields />
    </Form.Root>
  )
  const { rerender } = await render(form())
  await expect.element(page.getByTestId('email-error')).toHaveTextContent('Unknown')
  await userEvent.fill(email, 'ada@example.com')
  await rerender(form())
  await expect.element(page.getByTestId('email-error')).toBeEmptyDOMElement()
})

test('An error for a field that is not on screen is not lost', async () => {
  await render(<AnsweredForm replies={[{ captcha: 'Prove that you are human' }]} />)
  await userEvent.click(submit)
  await expect.element(alert).toHaveTextContent('Prove that you are human')
})

test('The alert is in the document, empty, before anything goes wrong', async () => {
  const { rerender } = await render(<Form.Error />)
  expect(alert.element()).toBeEmptyDOMElement()
  await rerender(<Form.Error message="You are offline" />)
  await expect.element(alert).toHaveTextContent('You are offline')
  expect(alert.element()).toHaveAttribute('data-invalid')
})

const Account = z.object({
  email: z.string().check(z.email('That is no address')),
  nickname: z.string().check(z.minLength(3, 'At least 3 characters')),
})

test('A schema is asked before the server, and its first complaint has the focus', async () => {
  const onSubmit = vi.fn()
  await render(
    <Form.Root
      schema={Account}
      onSubmit={onSubmit}
      defaultValues={{ email: 'ada@example.com', nickname: 'a' }}
    >
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.click(submit)
  await expect.element(page.getByTestId('nickname-error')).toHaveTextContent('At least 3 characters')
  expect(nickname.element()).toHaveFocus()
  expect(onSubmit).not.toHaveBeenCalled()

  await userEvent.fill(nickname, 'ada')
  await expect.element(page.getByTestId('nickname-error')).toBeEmptyDOMElement()
  await userEvent.click(submit)
  await vi.waitFor(() =>
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ email: 'ada@example.com', nickname: 'ada' }),
  )
})

test('What a schema makes of the values is what is submitted, under dotted names too', async () => {
  const schema = z.object({
    address: z.object({
      city: z.pipe(
        z.string(),
        z.transform((city) => city.trim()),
      ),
    }),
  })
  const onSubmit = vi.fn()
  await render(
    <Form.Root schema={schema} onSubmit={onSubmit}>
      <TextField name="address.city" label="City" />
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>,
  )
  await userEvent.fill(page.getByRole('textbox', { name: 'City' }), ' London ')
  await userEvent.click(submit)
  await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledWith({ address: { city: 'London' } }))
})

test('A complaint about the form as a whole stands in the alert', async () => {
  const schema = z
    .object({ email: z.string(), nickname: z.string() })
    .check(z.refine(({ email, nickname }) => email !== nickname, 'Choose two different names'))
  await render(
    <Form.Root schema={schema}>
      <SignUpFields />
    </Form.Root>,
  )
  await userEvent.click(submit)
  await expect.element(alert).toHaveTextContent('Choose two different names')
})

test('A person whose focus moves to the wrong field hears the message there, and no live region repeats it', async () => {
  await render(<AnsweredForm replies={[{ email: 'Unknown to us' }]} />)
  await userEvent.click(submit)
  await expect.element(email).toHaveFocus()
  await expect.element(email).toHaveAccessibleDescription('Unknown to us')
  expect(spoken()).not.toContain('Unknown to us')
  await expect.element(alert).toBeEmptyDOMElement()
})

test('A person who stays in the wrong field hears the message once, from the live region', async () => {
  await render(<AnsweredForm replies={[{ email: 'Not on the list' }]} />)
  await userEvent.fill(email, 'ada')
  const heard: string[] = []
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) heard.push(node.textContent ?? '')
  })
  observer.observe(document.querySelector('[data-live-region=assertive]') as Element, { childList: true })
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByTestId('email-error')).toHaveTextContent('Not on the list')
  expect(email.element()).toHaveFocus()
  await vi.waitFor(() => expect(heard).toEqual(['Not on the list']))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(heard).toEqual(['Not on the list'])
  observer.disconnect()
})
