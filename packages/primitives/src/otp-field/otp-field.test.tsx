import { StrictMode, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from '../../tests/axe.ts'
import * as Field from '../field/parts.ts'
import * as Form from '../form/parts.ts'
import type { FormErrors } from '../form/use-messages.ts'
import * as OtpField from './parts.ts'

const code = page.getByRole('textbox', { name: 'Code' })
const cells = () => [...document.querySelectorAll<HTMLElement>('[aria-hidden] > div')]
const element = () => code.element() as HTMLInputElement

function CodeField(props: OtpField.RootProps) {
  return (
    <Field.Root name="code">
      <Field.Label>Code</Field.Label>
      <OtpField.Root {...props}>
        <OtpField.Input />
        <OtpField.Cells />
      </OtpField.Root>
      <Field.Error />
    </Field.Root>
  )
}

function CodeForm({ onSubmit }: { onSubmit: (values: unknown) => FormErrors | undefined }) {
  const [errors, setErrors] = useState<FormErrors>({})
  return (
    <Form.Root errors={errors} onSubmit={async (values) => setErrors(onSubmit(values) ?? {})}>
      <CodeField />
      <Form.Submit>Verify</Form.Submit>
    </Form.Root>
  )
}

function ControlledCode() {
  const [value, setValue] = useState('12')
  return (
    <>
      <CodeField value={value} onValueChange={setValue} />
      <button type="button" onClick={() => setValue('')}>
        Clear
      </button>
    </>
  )
}

async function paste(text: string) {
  element().focus()
  const data = new DataTransfer()
  data.setData('text/plain', text)
  // NOTE: a script's paste event inserts nothing by itself; this is the edit that a real paste ends in.
  if (
    element().dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  ) {
    document.execCommand('insertText', false, text)
  }
}

test('The field tells the browser and the keyboard of a phone what it is', async () => {
  const { container } = await render(<CodeField />)
  expect(element()).toHaveAttribute('inputmode', 'numeric')
  expect(element()).toHaveAttribute('autocomplete', 'one-time-code')
  expect(element()).toHaveAttribute('pattern', '\\d*')
  expect(element()).toHaveAttribute('dir', 'ltr')
  expect(element()).not.toHaveAttribute('maxlength')
  await expectAxeClean(container)
})

test.each(['424242', '424 242', '424-242', ' 424242\n', 'Your code is 424242', '٤٢٤٢٤٢'])(
  'A person pastes %j and the code is submitted once',
  async (text) => {
    const onSubmit = vi.fn()
    await render(<CodeForm onSubmit={onSubmit} />)
    await paste(text)
    await expect.element(code).toHaveValue('424242')
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ code: '424242' }))
  },
)

test('A code that the browser fills in is submitted once', async () => {
  const onSubmit = vi.fn()
  await render(<CodeForm onSubmit={onSubmit} />)
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element(), '424242')
  element().dispatchEvent(new InputEvent('input', { bubbles: true }))
  await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ code: '424242' }))
})

test('A person types a code digit by digit, and it is complete once', async () => {
  const onComplete = vi.fn()
  await render(<CodeField onComplete={onComplete} />)
  await userEvent.click(code)
  await userEvent.keyboard('42424')
  expect(onComplete).not.toHaveBeenCalled()
  await userEvent.keyboard('2')
  await userEvent.keyboard('9')
  await expect.element(code).toHaveValue('424242')
  expect(onComplete).toHaveBeenCalledExactlyOnceWith('424242')
})

test('A wrong code keeps the focus, is selected and described, and typing starts again', async () => {
  const onSubmit = vi.fn((values: unknown): FormErrors | undefined =>
    (values as { code: string }).code === '111111' ? { code: 'That code is not right' } : undefined,
  )
  await render(<CodeForm onSubmit={onSubmit} />)
  await userEvent.click(code)
  await userEvent.keyboard('111111')
  await expect.element(code).toHaveAttribute('aria-invalid', 'true')
  await expect.element(code).toHaveAccessibleDescription('That code is not right')
  expect(element()).toHaveFocus()
  expect([element().selectionStart, element().selectionEnd]).toEqual([0, 6])
  expect(cells().every((cell) => cell.hasAttribute('data-active') && cell.hasAttribute('data-invalid'))).toBe(
    true,
  )

  await userEvent.keyboard('2')
  await expect.element(code).toHaveValue('2')
  await expect.element(code).not.toHaveAttribute('aria-invalid')
  await userEvent.keyboard('22222')
  await vi.waitFor(() => expect(onSubmit).toHaveBeenLastCalledWith({ code: '222222' }))
  expect(onSubmit).toHaveBeenCalledTimes(2)
})

test('The cells show the digits and where the next one goes', async () => {
  await render(<CodeField />)
  expect(cells()).toHaveLength(6)
  expect(cells().some((cell) => cell.hasAttribute('data-active'))).toBe(false)
  await userEvent.click(code)
  await vi.waitFor(() => expect(cells()[0]).toHaveAttribute('data-caret'))
  await userEvent.keyboard('42')
  await vi.waitFor(() => expect(cells()[2]).toHaveAttribute('data-active'))
  expect(cells().map((cell) => cell.textContent)).toEqual(['4', '2', '', '', '', ''])
  expect(cells().map((cell) => cell.hasAttribute('data-filled'))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('Arrows, Home, End and Backspace do what they do in any input', async () => {
  await render(<CodeField />)
  await userEvent.click(code)
  await userEvent.keyboard('1234{ArrowLeft}{Backspace}')
  await expect.element(code).toHaveValue('124')
  await vi.waitFor(() => expect(cells()[2]).toHaveAttribute('data-active'))
  await userEvent.keyboard('{Home}{Delete}')
  await expect.element(code).toHaveValue('24')
  await vi.waitFor(() => expect(cells()[0]).toHaveAttribute('data-active'))
  await userEvent.keyboard('{End}5')
  await expect.element(code).toHaveValue('245')
})

test('An app may decide what the field holds', async () => {
  await render(<ControlledCode />)
  await expect.element(code).toHaveValue('12')
  await userEvent.type(code, '3')
  await expect.element(code).toHaveValue('123')
  await userEvent.click(page.getByRole('button', { name: 'Clear' }))
  await expect.element(code).toHaveValue('')
  expect(
    cells()
      .map((cell) => cell.textContent)
      .join(''),
  ).toBe('')
})

test('An app may submit by itself', async () => {
  const onSubmit = vi.fn()
  const onComplete = vi.fn()
  await render(
    <Form.Root onSubmit={onSubmit}>
      <CodeField autoSubmit={false} onComplete={onComplete} length={4} />
    </Form.Root>,
  )
  await userEvent.fill(code, '1234')
  expect(onComplete).toHaveBeenCalledExactlyOnceWith('1234')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('A code that the browser filled in before the page came to life is taken, once', async () => {
  const onSubmit = vi.fn()
  const form = <CodeForm onSubmit={onSubmit} />
  const host = document.body.appendChild(document.createElement('div'))
  host.innerHTML = renderToString(form)
  await userEvent.fill(code, '424 242')
  const root = hydrateRoot(host, <StrictMode>{form}</StrictMode>)
  await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledWith({ code: '424242' }))
  expect(onSubmit).toHaveBeenCalledTimes(1)
  expect(
    cells()
      .map((cell) => cell.textContent)
      .join(''),
  ).toBe('424242')
  root.unmount()
  host.remove()
})
