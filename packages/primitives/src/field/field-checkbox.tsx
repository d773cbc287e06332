'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import type { FieldState } from './field-context.ts'
import { useFieldControl } from './use-field-control.ts'

export type FieldCheckboxProps = PartProps<'input', FieldState> & {
  /** Told whether the box is ticked after every change. */
  onCheckedChange?: (checked: boolean) => void
}

/** A native checkbox as the control of a field; its value in the form is a boolean. */
export const FieldCheckbox = forwardRef<HTMLInputElement, FieldCheckboxProps>(function FieldCheckbox(
  { onCheckedChange, ...props },
  ref,
) {
  const { ref: controlRef, props: own, onChange, initial, state } = useFieldControl(props.id)
  const start =
    props.checked === undefined && props.defaultChecked === undefined
      ? { defaultChecked: Boolean(initial) }
      : {}
  return useRender('input', props, {
    ref,
    own: {
      ...own,
      ...start,
      ref: controlRef,
      type: 'checkbox',
      'aria-readonly': state.pending || undefined,
      // NOTE: `readonly` means nothing to a checkbox.
      onClick: (event) => state.pending && event.preventDefault(),
      onChange: (event) => {
        onChange()
        onCheckedChange?.(event.currentTarget.checked)
      },
    },
    state,
  })
})
