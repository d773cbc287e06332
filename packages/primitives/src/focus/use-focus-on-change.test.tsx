import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type FocusOnChangeOptions, useFocusOnChange } from './use-focus-on-change.ts'

function Steps({
  step,
  children,
  ...options
}: FocusOnChangeOptions & { step: string; children?: ReactNode }) {
  const container = useFocusOnChange<HTMLDivElement>(step, options)
  return <div ref={container}>{children}</div>
}

const first = <button type="button">Start</button>
const codeStep = (
  <>
    <h1>Check your email</h1>
    <input type="hidden" name="id" />
    <input tabIndex={-1} name="username" autoComplete="username" aria-label="Account" />
    <input aria-label="Code" />
  </>
)

test('The first step leaves the focus where it is', async () => {
  await render(<Steps step="start">{codeStep}</Steps>)
  expect(document.body).toHaveFocus()
})

test('The next step has its first field focused before anything is painted', async () => {
  const { rerender } = await render(<Steps step="start">{first}</Steps>)
  await rerender(<Steps step="code">{codeStep}</Steps>)
  expect(page.getByRole('textbox', { name: 'Code' }).element()).toHaveFocus()
})

test('A step without a field has its heading focused', async () => {
  const { rerender } = await render(<Steps step="start">{first}</Steps>)
  await rerender(
    <Steps step="done">
      <h2>You are signed in</h2>
    </Steps>,
  )
  expect(page.getByRole('heading').element()).toHaveFocus()
  expect(page.getByRole('heading').element()).toHaveAttribute('tabindex', '-1')
})

test('A step that only asks to confirm may have its heading focused, or an element of its choice', async () => {
  const { rerender } = await render(<Steps step="start">{first}</Steps>)
  await rerender(
    <Steps step="confirm" target="heading">
      {codeStep}
    </Steps>,
  )
  expect(page.getByRole('heading').element()).toHaveFocus()
  await rerender(
    <Steps step="password">
      <input aria-label="Email" />
      <input aria-label="Password" data-initial-focus />
    </Steps>,
  )
  expect(page.getByRole('textbox', { name: 'Password' }).element()).toHaveFocus()
})

test('A step that is still loading takes the focus when it is there, and then no more', async () => {
  const { rerender } = await render(<Steps step="start">{first}</Steps>)
  await rerender(<Steps step="code" />)
  await rerender(<Steps step="code">{codeStep}</Steps>)
  expect(page.getByRole('textbox', { name: 'Code' }).element()).toHaveFocus()
  ;(document.activeElement as HTMLElement).blur()
  await rerender(<Steps step="code">{codeStep}</Steps>)
  expect(document.body).toHaveFocus()
})

test('A form that opens by a click may take the focus at its first step', async () => {
  await render(
    <Steps step="start" initial>
      {codeStep}
    </Steps>,
  )
  expect(page.getByRole('textbox', { name: 'Code' }).element()).toHaveFocus()
})
