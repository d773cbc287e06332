'use client'
import { useCallback, useState } from 'react'
import { useFormContext } from '../form/form-context.ts'
import type { FormControl } from '../form/form-store.ts'
import { useField, useFieldPart } from './field-context.ts'

/**
 * What ties a native control to its field and its form: id, name, description, state and the value.
 * @param id an id of the consumer's own, instead of the generated one
 */
export function useFieldControl(id: string | undefined) {
  const field = useField()
  const form = useFormContext()
  const { name } = field
  const { store, onEdit } = form ?? {}
  const [initial] = useState<unknown>(() => (name ? store?.get(name) : undefined))
  useFieldPart(id, 'control')

  const ref = useCallback(
    (control: FormControl | null) => {
      if (!name) return
      if (control) store?.controls.set(name, control)
      else store?.controls.delete(name)
    },
    [store, name],
  )
  const props = {
    id: field.controlId,
    name,
    required: field.required || undefined,
    'aria-invalid': field.invalid || undefined,
    'aria-describedby': field.describedBy,
  }
  const onChange = () => {
    if (name) onEdit?.(name)
  }
  const state = { invalid: field.invalid, pending: field.pending, required: field.required }
  return { ref, props, onChange, initial, state }
}
