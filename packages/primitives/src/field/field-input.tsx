'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import type { FieldState } from './field-context.ts'
import { useFieldControl } from './use-field-control.ts'

export type FieldInputProps = PartProps<'input', FieldState> & {
  /** Told the text after every change. */
  onValueChange?: (value: string) => void
}

/**
 * The control of a field: a native `<input>` of any text-like type, or `render={<select/>}`, `render={<textarea/>}`.
 * Inside a form it holds the value under the field's name; outside it is a plain input, controlled by `value` or not.
 */
export const FieldInput = forwardRef<HTMLInputElement, FieldInputProps>(function FieldInput(
  { onValueChange, ...props },
  ref,
) {
  const { ref: controlRef, props: own, onChange, initial, state } = useFieldControl(props.id)
  const start =
    props.value === undefined && props.defaultValue === undefined ? { defaultValue: initial as string } : {}
  return useRender('input', props, {
    ref,
    own: {
      ...own,
      ...start,
      ref: controlRef,
      readOnly: state.pending || undefined,
      onChange: (event) => {
        onChange()
        onValueChange?.(event.currentTarget.value)
      },
    },
    state,
  })
})
