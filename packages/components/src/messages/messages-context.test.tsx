import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { commonMessages } from './en/common.ts'
import { errorMessages } from './en/errors.ts'
import { type Catalog, type MessageError, MessagesProvider, Text, useMessages } from './messages-context.tsx'

const ErrorLine = ({ error }: { error: MessageError }) => <p>{useMessages().error(error)}</p>
const Plural = ({ count }: { count: number }) => <p>{useMessages().plural('devices', count)}</p>

it("an app's own words come first and English fills what they leave out", async () => {
  const screen = await render(
    <MessagesProvider localization={{ formButtonPrimary: 'Weiter' }}>
      <MessagesProvider catalog={commonMessages}>
        <Text k="formButtonPrimary" />
        <Text k="backButton" />
      </MessagesProvider>
    </MessagesProvider>,
  )
  await expect
    .element(screen.getByText('Weiter'))
    .toHaveAttribute('data-localization-key', 'formButtonPrimary')
  await expect.element(screen.getByText('Back')).toBeInTheDocument()
})

it('an error is told by field, then by code, then in the words of the server', async () => {
  const lines: [error: MessageError, text: string][] = [
    [
      { code: 'form_param_format_invalid', meta: { paramName: 'identifier' } },
      errorMessages.unstable__errors.form_param_format_invalid__identifier,
    ],
    [{ code: 'form_code_incorrect', message: 'x' }, errorMessages.unstable__errors.form_code_incorrect],
    [
      { code: 'new_code', message: 'short', longMessage: 'A sentence of the server.' },
      'A sentence of the server.',
    ],
    [{ code: 'newer_code', message: 'is incorrect' }, 'is incorrect'],
  ]
  const screen = await render(
    <MessagesProvider catalog={errorMessages}>
      {lines.map(([error]) => (
        <ErrorLine key={error.code} error={error} />
      ))}
    </MessagesProvider>,
  )
  for (const [, text] of lines)
    await expect.element(screen.getByText(text, { exact: true })).toBeInTheDocument()
})

it('a number picks its form as its language counts', async () => {
  const polish: Catalog = {
    locale: 'pl-PL',
    devices__one: '{{count}} inne',
    devices__few: '{{count}} inne urządzenia',
    devices__other: '{{count}} innych',
  }
  const screen = await render(
    <MessagesProvider localization={polish}>
      <Plural count={1} />
      <Plural count={3} />
      <Plural count={5} />
    </MessagesProvider>,
  )
  await expect.element(screen.getByText('1 inne', { exact: true })).toBeInTheDocument()
  await expect.element(screen.getByText('3 inne urządzenia')).toBeInTheDocument()
  await expect.element(screen.getByText('5 innych')).toBeInTheDocument()
})
