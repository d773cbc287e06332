'use client'
import { createContext, useContext } from 'react'
import type { FormStore } from './form-store.ts'

/** What a form tells about itself. */
export interface FormState {
  /** A submit is running: fields are read-only and a second submit is ignored. */
  pending: boolean
  /** The person changed something since the fields were first drawn. */
  dirty: boolean
}

/** What the parts of a form share. */
export interface FormContextValue extends FormState {
  /** Messages by field name; none while a submit is running. */
  messages: Record<string, string>
  /** The first message whose name belongs to no field of this form. */
  orphan: string | undefined
  store: FormStore
  /** The message that each field on screen shows, by name. */
  shown: Map<string, string>
  onEdit: (name: string) => void
}

export const FormContext = createContext<FormContextValue | null>(null)

/** The surrounding form for the parts inside it, or `null`. */
export const useFormContext = () => useContext(FormContext)

/** The state of the surrounding form; outside of one, nothing is pending or changed. */
export function useFormState(): FormState {
  const form = useFormContext()
  return { pending: form?.pending ?? false, dirty: form?.dirty ?? false }
}
