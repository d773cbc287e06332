'use client'

import { Field, useField } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { FieldMessage } from './field-parts.tsx'

export type CheckboxProps = {
  name: string
  /** Element id for the class names; the name unless told. */
  id?: string
  label: ReactNode
  /** A sentence under the label. */
  hint?: ReactNode
  defaultChecked?: boolean
  required?: boolean
}

/** A box and its label; the whole label is the target. */
export function Checkbox({
  name,
  id = name,
  label,
  hint,
  defaultChecked,
  required,
}: CheckboxProps): ReactNode {
  const [field, control, text] = [
    useElementClass('formField', id),
    useElementClass('formFieldCheckboxInput', id),
    useElementClass('formFieldCheckboxLabel', id),
  ]
  return (
    <Field.Root className={`cl-formFieldCheckbox ${field}`} {...{ name, required }}>
      <Field.Checkbox className={control} defaultChecked={defaultChecked} />
      <div className="cl-formFieldCheckboxText">
        <Field.Label className={text}>{label}</Field.Label>
        {hint && <Field.Description className="cl-formFieldHintText">{hint}</Field.Description>}
        <MessageWhenInvalid id={id} />
      </div>
    </Field.Root>
  )
}

function MessageWhenInvalid({ id }: { id: string }) {
  return useField().invalid ? <FieldMessage id={id} /> : null
}
