'use client'
import { type FormEvent, useRef } from 'react'
import type { FormStore } from './form-store.ts'
import { messagesOf, type StandardSchema } from './standard-schema.ts'
import type { FormErrors } from './use-messages.ts'

interface SubmitOptions {
  store: FormStore
  schema: StandardSchema | undefined
  /** Whether somebody else keeps the form busy. */
  blocked: boolean
  setBusy: (busy: boolean) => void
  onStart: () => void
  onInvalid: (errors: FormErrors) => void
  onSubmit: ((values: never) => unknown) | undefined
}

/** The submit handler of a form: one run at a time. A rejection ends the run and stays unhandled, so that it is seen. */
export function useSubmit({ store, schema, blocked, setBusy, onStart, onInvalid, onSubmit }: SubmitOptions) {
  const running = useRef(false)

  return async (event: FormEvent<HTMLFormElement>) => {
    // NOTE: the submit of a form in a portal reaches this handler through React's tree.
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    if (running.current || blocked || isUnavailable(event)) return
    running.current = true
    setBusy(true)
    onStart()
    try {
      const values = store.read()
      const result = schema ? await schema['~standard'].validate(values) : { value: values }
      if (result.issues) onInvalid(messagesOf(result.issues))
      else await onSubmit?.(result.value as never)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
}

/** A submit button that is `aria-disabled` stops every way of submitting, Enter and `requestSubmit()` too. */
function isUnavailable(event: FormEvent<HTMLFormElement>) {
  const { submitter } = event.nativeEvent as SubmitEvent
  const button = submitter ?? event.currentTarget.querySelector('[type=submit]')
  return button?.getAttribute('aria-disabled') === 'true'
}
