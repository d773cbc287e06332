import type { ReactElement } from 'react'
import { describePart } from '../tests/conformance.tsx'
import * as Dialog from './dialog/parts.ts'
import * as Field from './field/parts.ts'
import * as FileField from './file-field/parts.ts'
import * as Form from './form/parts.ts'
import * as OtpField from './otp-field/parts.ts'
import * as PasswordField from './password-field/parts.ts'

const inForm = (part: ReactElement) => (
  <Form.Root aria-label="Sign up" errors={{ name: 'Taken' }}>
    {part}
  </Form.Root>
)
const inField = (part: ReactElement) => inForm(<Field.Root name="name">{part}</Field.Root>)
const besideInput = (part: ReactElement) =>
  inField(
    <>
      <Field.Label>Name</Field.Label>
      <Field.Input />
      {part}
    </>,
  )
const labelled = (part: ReactElement) =>
  inField(
    <>
      <Field.Label>Name</Field.Label>
      {part}
      <Field.Description>Hint</Field.Description>
      <Field.Error />
    </>,
  )
const inPassword = (part: ReactElement) => labelled(<PasswordField.Root>{part}</PasswordField.Root>)
const besidePassword = (part: ReactElement) =>
  inPassword(
    <>
      <PasswordField.Input />
      {part}
    </>,
  )
const inOtp = (part: ReactElement) => labelled(<OtpField.Root>{part}</OtpField.Root>)
const besideCode = (part: ReactElement) =>
  inOtp(
    <>
      <OtpField.Input />
      {part}
    </>,
  )
const inDialog = (part: ReactElement) => (
  <Dialog.Root defaultOpen>
    <Dialog.Content aria-label="Delete">{part}</Dialog.Content>
  </Dialog.Root>
)
const inFile = (part: ReactElement) => <FileField.Root onFile={() => {}}>{part}</FileField.Root>
const children = 'Text'

describePart({ name: 'Form.Root', Part: Form.Root, tag: 'form', props: { 'aria-label': 'Sign up' } })
describePart({ name: 'Form.Submit', Part: Form.Submit, tag: 'button', props: { children }, wrap: inForm })
describePart({ name: 'Form.Error', Part: Form.Error, tag: 'div', props: { message: children }, wrap: inForm })

describePart({ name: 'Field.Root', Part: Field.Root, tag: 'div', props: { name: 'name' }, wrap: inForm })
describePart({ name: 'Field.Label', Part: Field.Label, tag: 'label', props: { children }, wrap: inField })
describePart({ name: 'Field.Input', Part: Field.Input, tag: 'input', wrap: labelled })
describePart({ name: 'Field.Checkbox', Part: Field.Checkbox, tag: 'input', wrap: labelled })
describePart({
  name: 'Field.Description',
  Part: Field.Description,
  tag: 'div',
  props: { children },
  wrap: besideInput,
})
describePart({ name: 'Field.Error', Part: Field.Error, tag: 'div', wrap: besideInput })

describePart({ name: 'PasswordField.Root', Part: PasswordField.Root, tag: 'div' })
describePart({ name: 'PasswordField.Input', Part: PasswordField.Input, tag: 'input', wrap: inPassword })
describePart({
  name: 'PasswordField.Toggle',
  Part: PasswordField.Toggle,
  tag: 'button',
  props: { labels: { show: 'Show', hide: 'Hide' } },
  wrap: besidePassword,
})
describePart({
  name: 'PasswordField.Rules',
  Part: PasswordField.Rules,
  tag: 'ul',
  props: {
    rules: [{ id: 'length', test: (value: string) => value.length > 7 }],
    children: ({ id }: { id: string }) => <li key={id}>{id}</li>,
  },
  wrap: besidePassword,
})

describePart({ name: 'OtpField.Root', Part: OtpField.Root, tag: 'div' })
describePart({ name: 'OtpField.Input', Part: OtpField.Input, tag: 'input', wrap: inOtp })
describePart({ name: 'OtpField.Cells', Part: OtpField.Cells, tag: 'div', wrap: besideCode })
describePart({
  name: 'OtpField.Cell',
  Part: OtpField.Cell,
  tag: 'div',
  props: { index: 0 },
  wrap: (part) => besideCode(<OtpField.Cells render={<div>{part}</div>} />),
})

describePart({ name: 'FileField.Root', Part: FileField.Root, tag: 'div', props: { onFile: () => {} } })
describePart({ name: 'FileField.Input', Part: FileField.Input, tag: 'input', wrap: inFile })
describePart({
  name: 'FileField.Trigger',
  Part: FileField.Trigger,
  tag: 'button',
  props: { children },
  wrap: inFile,
})

describePart({
  name: 'Dialog.Trigger',
  Part: Dialog.Trigger,
  tag: 'button',
  props: { children },
  wrap: (part) => <Dialog.Root>{part}</Dialog.Root>,
})
describePart({
  name: 'Dialog.Overlay',
  Part: Dialog.Overlay,
  tag: 'div',
  wrap: (part) => <Dialog.Root defaultOpen>{part}</Dialog.Root>,
})
describePart({
  name: 'Dialog.Content',
  Part: Dialog.Content,
  tag: 'div',
  props: { children, 'aria-label': 'Delete' },
  wrap: (part) => <Dialog.Root defaultOpen>{part}</Dialog.Root>,
})
describePart({ name: 'Dialog.Title', Part: Dialog.Title, tag: 'h2', props: { children }, wrap: inDialog })
describePart({
  name: 'Dialog.Description',
  Part: Dialog.Description,
  tag: 'p',
  props: { children },
  wrap: inDialog,
})
describePart({ name: 'Dialog.Close', Part: Dialog.Close, tag: 'button', props: { children }, wrap: inDialog })
