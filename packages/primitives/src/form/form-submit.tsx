'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type FormState, useFormState } from './form-context.ts'

export type FormSubmitProps = PartProps<'button', FormState>

/**
 * The submit button. While the form is pending it is `aria-disabled`, not `disabled`, and so keeps the focus. Give it
 * `aria-disabled` yourself (a rate limit that still runs) and the form cannot be submitted in any way.
 */
export const FormSubmit = forwardRef<HTMLButtonElement, FormSubmitProps>(function FormSubmit(props, ref) {
  const state = useFormState()
  return useRender('button', props, {
    ref,
    own: { type: 'submit', ...(state.pending && { 'aria-disabled': true }) },
    state,
  })
})
