'use client'

import { Field, useField } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { AlertIcon, ClockIcon } from './icons.tsx'

export type FieldTexts = {
  label: ReactNode
  /** One link at the end of the label's line: "Forgot password?". */
  action?: ReactNode
  /** A word at the end of the label's line: "Optional". */
  mark?: ReactNode
  /** A sentence in the slot while there is no message. */
  hint?: ReactNode
  /** What waits rather than failed, such as a rate limit; in the slot with a clock. */
  warning?: ReactNode
}

/** The label's line. */
export function FieldLabelRow({ id, label, action, mark }: FieldTexts & { id: string }): ReactNode {
  const [row, name, hint] = [
    useElementClass('formFieldLabelRow', id),
    useElementClass('formFieldLabel', id),
    useElementClass('formFieldHintText', id),
  ]
  return (
    <div className={row}>
      <Field.Label className={name}>{label}</Field.Label>
      {mark && <span className={hint}>{mark}</span>}
      {action}
    </div>
  )
}

/** Draws a control with the class names of its id and state. Stands inside the field. */
export function ControlClass(props: { id: string; children: (className: string) => ReactNode }): ReactNode {
  const { invalid } = useField()
  return props.children(useElementClass('input formFieldInput', props.id, invalid ? 'error' : undefined))
}

type FieldMessageProps = Pick<FieldTexts, 'hint' | 'warning'> & {
  id: string
  /** Takes no room while it is empty: something else stands in the place of the slot. */
  compact?: boolean
}

/** The slot under a control: its error, else a warning, else the hint. It is as high when it is empty. */
export function FieldMessage({ id, hint, warning, compact }: FieldMessageProps): ReactNode {
  const { invalid } = useField()
  const error = useElementClass('formFieldErrorText', id)
  const waits = useElementClass('formFieldWarningText', id)
  const tip = useElementClass('formFieldHintText', id)
  return (
    <div
      className="cl-formFieldMessage"
      data-compact={compact && !invalid && !warning && !hint ? '' : undefined}
    >
      <Field.Error
        render={({ children: _, ...props }, { message }) => (
          <div {...props} className={error}>
            {message && (
              <>
                <AlertIcon size={16} />
                <bdi>{message}</bdi>
              </>
            )}
          </div>
        )}
      />
      {!invalid && warning && (
        <div className={waits} role="status">
          <ClockIcon size={16} />
          <span>{warning}</span>
        </div>
      )}
      {!invalid && !warning && hint && <Field.Description className={tip}>{hint}</Field.Description>}
    </div>
  )
}
