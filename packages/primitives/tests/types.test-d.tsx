import { expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { z as mini } from 'zod/mini'
import {
  Dialog,
  Field,
  Form,
  OtpField,
  PasswordField,
  type StandardSchema,
  useCountdown,
} from '../src/index.ts'

interface Credentials {
  identifier: string
  password: string
}

test('A form knows its values from the schema', () => {
  const schema = z.object({ email: z.email(), age: z.coerce.number<string>() })
  const form = (
    <Form.Root
      schema={schema}
      onSubmit={(values) => expectTypeOf(values).toEqualTypeOf<{ email: string; age: number }>()}
    />
  )
  // @ts-expect-error a default is what the person could type, not what the schema makes of it
  const wrong = <Form.Root schema={schema} defaultValues={{ age: 3 }} />
  expectTypeOf([form, wrong]).toBeArray()
})

test('A form knows its values from zod/mini and from any other Standard Schema', () => {
  const small = mini.object({ code: mini.string() })
  const own: StandardSchema<{ tag: string }, Set<string>> = {
    '~standard': { validate: () => ({ value: new Set() }) },
  }
  const forms = [
    <Form.Root key="mini" schema={small} onSubmit={({ code }) => expectTypeOf(code).toBeString()} />,
    <Form.Root
      key="own"
      schema={own}
      onSubmit={(values) => expectTypeOf(values).toEqualTypeOf<Set<string>>()}
    />,
  ]
  expectTypeOf(forms).toBeArray()
})

test('A form without a schema takes the type it is given, or that of its defaults', () => {
  const forms = [
    <Form.Root<Credentials>
      key="given"
      onSubmit={(values) => expectTypeOf(values).toEqualTypeOf<Credentials>()}
    />,
    <Form.Root
      key="defaults"
      defaultValues={{ name: 'ada' }}
      onSubmit={({ name }) => expectTypeOf(name).toBeString()}
    />,
    <Form.Root
      key="nothing"
      onSubmit={(values) => expectTypeOf(values).toEqualTypeOf<Record<string, unknown>>()}
    />,
  ]
  // @ts-expect-error the credentials have no such name
  const wrong = <Form.Root<Credentials> defaultValues={{ email: 'ada' }} />
  expectTypeOf([forms, wrong]).toBeArray()
})

test('Parts take the props and the ref of their element', () => {
  const parts = [
    <Field.Input
      key="input"
      autoComplete="email"
      ref={(node) => void expectTypeOf(node).toEqualTypeOf<HTMLInputElement | null>()}
    />,
    <Form.Submit
      key="submit"
      render={(props, state) => (
        <button {...props}>{expectTypeOf(state.pending).toBeBoolean() ? '' : ''}</button>
      )}
    />,
    <Field.Error key="error" render={(props, { message }) => <p {...props}>{message}</p>} />,
    <OtpField.Cell
      key="cell"
      index={0}
      render={(props, { caret }) => <div {...props}>{caret && '|'}</div>}
    />,
    <Dialog.Title key="title" className="title" />,
  ]
  // @ts-expect-error the type of a password input is the field's own business
  const typed = <PasswordField.Input type="text" />
  // @ts-expect-error a cell draws one digit
  const noIndex = <OtpField.Cell />
  expectTypeOf([parts, typed, noIndex]).toBeArray()
  expectTypeOf(useCountdown).returns.toBeNumber()
})
