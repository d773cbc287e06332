'use client'

import { Field } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { ControlClass, FieldLabelRow, FieldMessage, type FieldTexts } from './field-parts.tsx'

export type TextFieldProps = Omit<Field.InputProps, 'id' | 'className' | 'children'> &
  FieldTexts & {
    /** The name in the form; errors arrive by it. */
    name: string
    /** Element id for the class names: `cl-formFieldInput__emailAddress`. The name unless told. */
    id?: string
    /** What is wrong from somebody other than the form. */
    error?: string | null
  }

/** A label, a text input of 16 px and the slot for its message. */
export function TextField(props: TextFieldProps): ReactNode {
  const { label, action, mark, hint, warning, name, id = name, error, required, ...input } = props
  const [field, group] = [useElementClass('formField', id), useElementClass('formFieldInputGroup')]
  return (
    <Field.Root className={field} {...{ name, error, required }}>
      <FieldLabelRow {...{ id, label, action, mark }} />
      <div className={group}>
        <ControlClass id={id}>{(className) => <Field.Input {...input} className={className} />}</ControlClass>
      </div>
      <FieldMessage {...{ id, hint, warning }} />
    </Field.Root>
  )
}
