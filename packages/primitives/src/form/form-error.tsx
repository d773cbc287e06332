'use client'
import { forwardRef, type ReactNode } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { useFormContext } from './form-context.ts'

export interface FormErrorState {
  /** There is a message to show. */
  invalid: boolean
  message: ReactNode
}

export type FormErrorProps = PartProps<'div', FormErrorState> & {
  /** What is wrong with the form as a whole. Without it, the first of the form's errors that no field shows. */
  message?: ReactNode
}

/** The slot for what concerns the whole form: a `role="alert"` element that is there, empty, before anything goes wrong. */
export const FormError = forwardRef<HTMLDivElement, FormErrorProps>(function FormError(
  { message: given, ...props },
  ref,
) {
  const form = useFormContext()
  const message = form?.pending ? undefined : given || form?.orphan
  return useRender('div', props, {
    ref,
    own: { role: 'alert', children: message },
    state: { invalid: Boolean(message), message },
  })
})
