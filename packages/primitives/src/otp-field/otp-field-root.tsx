'use client'
import { forwardRef, useRef, useState } from 'react'
import { useField } from '../field/field-context.ts'
import { useControlled } from '../use-controlled.ts'
import { type PartProps, useRender } from '../use-render.ts'
import { OtpFieldContext, type OtpFieldState, type OtpSelection } from './otp-field-context.ts'

export type OtpFieldRootProps = Omit<PartProps<'div', OtpFieldState>, 'defaultValue'> & {
  /** How many digits the code has; 6 unless told. */
  length?: number
  /** The digits so far, when the consumer holds them. */
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** Told each complete code once. */
  onComplete?: (code: string) => void
  /** Whether a complete code submits the form around the input; yes unless told. */
  autoSubmit?: boolean
}

/** A one-time code: one native input under drawn cells, so that autofill, paste and the caret keys are the browser's own. */
export const OtpFieldRoot = forwardRef<HTMLDivElement, OtpFieldRootProps>(function OtpFieldRoot(props, ref) {
  const {
    length = 6,
    value: valueProp,
    defaultValue = '',
    onValueChange,
    onComplete,
    autoSubmit = true,
    ...rest
  } = props
  const { invalid, pending } = useField()
  const [value, change] = useControlled(valueProp, defaultValue, onValueChange)
  const [selection, setSelection] = useState<OtpSelection>(null)
  const told = useRef('')

  const setValue = (next: string, input: HTMLInputElement) => {
    change(next)
    if (next.length < length) told.current = ''
    else if (next !== told.current) {
      told.current = next
      onComplete?.(next)
      if (autoSubmit) input.form?.requestSubmit()
    }
  }

  const controlled = valueProp !== undefined
  const state = { complete: value.length >= length, focused: selection !== null, invalid, pending }
  const element = useRender<'div', OtpFieldState>('div', rest, { ref, state })
  const context = { ...state, length, value, selection, controlled, setValue, setSelection }
  return <OtpFieldContext.Provider value={context}>{element}</OtpFieldContext.Provider>
})
