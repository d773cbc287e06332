'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FieldState, useField, useFieldPart } from './field-context.ts'

export interface FieldErrorState extends FieldState {
  message: string | undefined
}

export type FieldErrorProps = PartProps<'div', FieldErrorState>

/**
 * The slot for a field's message: always in the document, so that nothing moves when it fills. It is no live region:
 * the control describes itself by it, and the form says the message once (see the README).
 */
export const FieldError = forwardRef<HTMLDivElement, FieldErrorProps>(function FieldError(props, ref) {
  const { errorId, message, invalid, pending, required } = useField()
  useFieldPart(props.id ?? errorId, 'error')
  return useRender('div', props, {
    ref,
    own: { id: errorId, children: message },
    state: { invalid, pending, required, message },
  })
})
