'use client'

import { Field, OtpField } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { FieldLabelRow, FieldMessage, type FieldTexts } from './field-parts.tsx'

export type CodeInputProps = Pick<FieldTexts, 'label' | 'hint' | 'warning'> & {
  /** The name in the form. */
  name?: string
  length?: number
  error?: string | null
  /** Told each complete code once. */
  onComplete?: (code: string) => void
  /** Whether a complete code submits the form; yes unless told. */
  autoSubmit?: boolean
  defaultValue?: string
}

/** A one-time code: one input under drawn cells, which run from left to right in every script. */
export function CodeInput({
  name = 'code',
  label,
  hint,
  warning,
  error,
  ...code
}: CodeInputProps): ReactNode {
  const [field, cells, cell] = [
    `${useElementClass('formField', 'code')} ${useElementClass('otpCodeField')}`,
    useElementClass('otpCodeFieldInputs'),
    useElementClass('otpCodeFieldInput'),
  ]
  return (
    <Field.Root className={field} {...{ name, error }}>
      <FieldLabelRow id="code" label={label} />
      <OtpField.Root className={cells} {...code}>
        <OtpField.Input className="cl-otpCodeFieldControl" />
        <OtpField.Cells className="cl-otpCodeFieldCells">
          {(index) => <OtpField.Cell key={index} index={index} className={cell} />}
        </OtpField.Cells>
      </OtpField.Root>
      <FieldMessage id="code" hint={hint} warning={warning} />
    </Field.Root>
  )
}
