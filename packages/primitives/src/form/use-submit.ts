'use client'
import { type FormEvent, useRef } from 'react'
import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form'
import type { FormControl } from './form-context.ts'
import type { FormErrors } from './use-messages.ts'

interface SubmitOptions {
  store: UseFormReturn<FieldValues>
  controls: Map<string, FormControl>
  /** Whether somebody else keeps the form busy. */
  blocked: boolean
  setBusy: (busy: boolean) => void
  onStart: () => void
  onInvalid: (errors: FormErrors) => void
  onSubmit: ((values: never) => unknown) | undefined
}

/** The submit handler of a form: one run at a time. A rejection ends the run and stays unhandled, so that it is seen. */
export function useSubmit({
  store,
  controls,
  blocked,
  setBusy,
  onStart,
  onInvalid,
  onSubmit,
}: SubmitOptions) {
  const running = useRef(false)

  return async (event: FormEvent<HTMLFormElement>) => {
    // NOTE: the submit of a form in a portal reaches this handler through React's tree.
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    if (running.current || blocked || isUnavailable(event)) return
    running.current = true
    setBusy(true)
    onStart()
    readControls(store, controls)
    try {
      await store.handleSubmit(
        (values) => onSubmit?.(values as never),
        (errors) => onInvalid(messagesOf(errors)),
      )(event)
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

// NOTE: password managers and native resets change values without an event.
function readControls(store: UseFormReturn<FieldValues>, controls: Map<string, FormControl>) {
  for (const [name, control] of controls) {
    const value =
      control instanceof HTMLInputElement && control.type === 'checkbox' ? control.checked : control.value
    if (store.getValues(name) !== value) store.setValue(name, value)
  }
}

const messagesOf = (errors: FieldErrors): FormErrors =>
  Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, String(error?.message ?? '')]))
