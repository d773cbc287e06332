'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FieldState, useField } from './field-context.ts'

export type FieldLabelProps = PartProps<'label', FieldState>

/** The `<label>` of a field's control. */
export const FieldLabel = forwardRef<HTMLLabelElement, FieldLabelProps>(function FieldLabel(props, ref) {
  const { controlId, invalid, pending, required } = useField()
  return useRender('label', props, {
    ref,
    own: { htmlFor: controlId },
    state: { invalid, pending, required },
  })
})
