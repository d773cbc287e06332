import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as Field from '../field/parts.ts'
import * as Form from '../form/parts.ts'
import * as PhoneField from './parts.ts'

const input = page.getByLabelText('Phone', { exact: true })
const country = page.getByLabelText('Country')

function PhoneForm({
  onSubmit = () => {},
  value = '',
}: {
  onSubmit?: (values: unknown) => void
  value?: string
}) {
  return (
    <Form.Root onSubmit={onSubmit} defaultValues={{ phone: value }}>
      <Field.Root name="phone">
        <Field.Label>Phone</Field.Label>
        <PhoneField.Root defaultCountry="GR" locale="en">
          <PhoneField.Country aria-label="Country" />
          <PhoneField.Input />
        </PhoneField.Root>
        <Field.Error />
      </Field.Root>
      <Form.Submit>Continue</Form.Submit>
    </Form.Root>
  )
}

const ready = () => expect.element(country).toBeEnabled()

test('A number of the own country is grouped once it is whole, and is E.164 for the form', async () => {
  const submit = vi.fn()
  const { container } = await render(<PhoneForm onSubmit={submit} />)
  await ready()
  await expect.element(country).toHaveValue('GR')
  await userEvent.type(input, '6945550123')
  await expect.element(input).toHaveValue('694 555 0123')
  await expect.element(input).toHaveAttribute('type', 'tel')
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(submit).toHaveBeenCalledWith({ phone: '+306945550123' }))
  await expectAxeClean(container)
})

test('A number that is pasted with its + chooses its country', async () => {
  const submit = vi.fn()
  await render(<PhoneForm onSubmit={submit} />)
  await ready()
  await userEvent.fill(input, '+442079460958')
  await expect.element(country).toHaveValue('GB')
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  await vi.waitFor(() => expect(submit).toHaveBeenCalledWith({ phone: '+442079460958' }))
})

test('Another country changes what the same digits mean', async () => {
  const submit = vi.fn()
  await render(<PhoneForm onSubmit={submit} />)
  await ready()
  await userEvent.selectOptions(country, 'US')
  await userEvent.type(input, '4155552671')
  await expect.element(input).toHaveValue('(415) 555-2671')
  await userEvent.click(page.getByRole('button', { name: 'Continue' }))
  await vi.waitFor(() => expect(submit).toHaveBeenCalledWith({ phone: '+14155552671' }))
})

test('What is no number reaches the form as it was typed, for the server to say so', async () => {
  const submit = vi.fn()
  await render(<PhoneForm onSubmit={submit} />)
  await ready()
  await userEvent.type(input, '12{Enter}')
  await vi.waitFor(() => expect(submit).toHaveBeenCalledWith({ phone: '12' }))
})

test('A digit in the middle can be taken out without the caret jumping to the end', async () => {
  await render(<PhoneForm />)
  await ready()
  await userEvent.type(input, '6945550123')
  const control = input.element() as HTMLInputElement
  control.setSelectionRange(3, 3)
  await userEvent.keyboard('{Backspace}')
  await expect.element(input).toHaveValue('69 555 0123')
  expect(control.selectionStart).toBe(2)
})
