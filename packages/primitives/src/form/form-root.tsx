'use client'
import {
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type RefAttributes,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { FormContext, type FormState } from './form-context.ts'
import { createFormStore, type FormControl } from './form-store.ts'
import type { StandardSchema } from './standard-schema.ts'
import { useErrorFocus } from './use-error-focus.ts'
import { type FormErrors, useMessages } from './use-messages.ts'
import { useSubmit } from './use-submit.ts'

/** What a form submits when nothing tells its type. */
export type FormValues = Record<string, unknown>

export interface FormRootProps<Values extends object = FormValues, Output = Values>
  extends Omit<PartProps<'form', FormState>, 'onSubmit'> {
  /** Receives what was entered (what the schema made of it, when there is one). The form is pending until its promise settles. */
  onSubmit?: (values: Output) => unknown
  /** Messages by field name, as the server sent them. */
  errors?: FormErrors
  /** Any Standard Schema (v1); a submit that it refuses does not reach `onSubmit`. */
  schema?: StandardSchema<Values, Output>
  /** What the fields hold at first. */
  defaultValues?: Partial<Values>
  /** Keeps the form pending for as long as it is true, whatever `onSubmit` does. */
  pending?: boolean
}

/**
 * A `<form method="post" novalidate>` that knows its values, its errors and whether it is busy.
 * While `onSubmit` runs a second submit is ignored, fields are read-only and nothing loses the focus. After a failed
 * submit, and when `errors` arrive, the first invalid field in document order has the focus and its text is selected.
 */
export const FormRoot = forwardRef(FormRootWithRef) as <Values extends object = FormValues, Output = Values>(
  props: FormRootProps<Values, Output> & RefAttributes<HTMLFormElement>,
) => ReactElement | null

function FormRootWithRef(props: FormRootProps<object, never>, ref: ForwardedRef<HTMLFormElement>) {
  const { onSubmit, errors, schema, defaultValues, pending: kept = false, ...rest } = props
  const form = useRef<HTMLFormElement>(null)
  const [store] = useState(() => createFormStore(defaultValues))
  const [shown] = useState(() => new Map<string, string>())
  const [dirty, setDirty] = useState(false)

  const [busy, setBusy] = useState(false)
  const pending = busy || kept
  const { messages, arrivals, clear, reject, edit } = useMessages(errors, pending)
  const submit = useSubmit({
    store,
    schema: schema as StandardSchema | undefined,
    blocked: kept,
    setBusy,
    onStart: clear,
    onInvalid: reject,
    onSubmit,
  })
  const orphan = useErrorFocus({ form, pending, arrivals, messages, shown })
  const onEdit = useCallback(
    (name: string) => {
      store.keep(name)
      edit(name)
      setDirty([...store.controls.values()].some(isChanged))
    },
    [edit, store],
  )

  const context = useMemo(
    () => ({ pending, dirty, messages, orphan, store, shown, onEdit }),
    [pending, dirty, messages, orphan, store, shown, onEdit],
  )
  const element = useRender<'form', FormState>('form', rest, {
    ref,
    own: { ref: form, method: 'post', noValidate: true, onSubmit: submit },
    state: { pending, dirty },
  })
  return <FormContext.Provider value={context}>{element}</FormContext.Provider>
}

function isChanged(control: FormControl) {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some((option) => option.selected !== option.defaultSelected)
  }
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    return control.checked !== control.defaultChecked
  }
  return control.value !== control.defaultValue
}
