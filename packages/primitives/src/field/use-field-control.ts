'use client'
import { type ChangeEvent, type FocusEvent, useCallback, useMemo, useState } from 'react'
import { type FormControl, useFormContext } from '../form/form-context.ts'
import { useField, useFieldPart } from './field-context.ts'

/**
 * What ties a native control to its field and its form: id, name, description, state and the value.
 * @param id an id of the consumer's own, instead of the generated one
 */
export function useFieldControl(id: string | undefined) {
  const field = useField()
  const form = useFormContext()
  const { name } = field
  const { store, controls, onEdit } = form ?? {}
  const registration = useMemo(() => (name ? store?.register(name) : undefined), [store, name])
  const [initial] = useState<unknown>(() => (name ? store?.getValues(name) : undefined))
  useFieldPart(id, 'control')

  const ref = useCallback(
    (control: FormControl | null) => {
      registration?.ref(control)
      if (!name) return
      if (control) controls?.set(name, control)
      else controls?.delete(name)
    },
    [registration, controls, name],
  )
  const props = {
    id: field.controlId,
    name,
    required: field.required || undefined,
    'aria-invalid': field.invalid || undefined,
    'aria-describedby': field.describedBy,
    onBlur: (event: FocusEvent<FormControl>) => void registration?.onBlur(event),
  }
  const onChange = (event: ChangeEvent<FormControl>) => {
    void registration?.onChange(event)
    if (name) onEdit?.(name)
  }
  const state = { invalid: field.invalid, pending: field.pending, required: field.required }
  return { ref, props, onChange, initial, state }
}
