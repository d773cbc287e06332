'use client'
import { forwardRef, useCallback, useEffect, useRef, useState } from 'react'
import { useControlled } from '../use-controlled.ts'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'
import { type PartProps, useRender } from '../use-render.ts'
import { PasswordFieldContext, type PasswordFieldState } from './password-field-context.ts'

export type PasswordFieldRootProps = PartProps<'div', PasswordFieldState> & {
  /** Whether the password is readable, when the consumer decides. */
  shown?: boolean
  /** Whether it is readable at first. */
  defaultShown?: boolean
  onShownChange?: (shown: boolean) => void
}

/** Holds whether a password is readable. It is hidden again when the form around it is submitted. */
export const PasswordFieldRoot = forwardRef<HTMLDivElement, PasswordFieldRootProps>(
  function PasswordFieldRoot({ shown: shownProp, defaultShown = false, onShownChange, ...props }, ref) {
    const [shown, setShown] = useControlled(shownProp, defaultShown, onShownChange)
    const input = useRef<HTMLInputElement>(null)
    const [inputId, setInputId] = useState<string>()
    const [value, setValue] = useState('')
    const onInput = useCallback((control: HTMLInputElement) => setValue(control.value), [])

    useIsomorphicLayoutEffect(() => {
      setInputId(input.current?.id || undefined)
      setValue(input.current?.value ?? '')
    }, [])
    useEffect(() => {
      const form = input.current?.form
      const hide = () => setShown(false)
      form?.addEventListener('submit', hide)
      return () => form?.removeEventListener('submit', hide)
    })

    const toggle = useKeptSelection(input, shown, setShown)
    const context = { shown, value, inputId, input, setShown: toggle, onInput }
    const element = useRender('div', props, { ref, state: { shown } })
    return <PasswordFieldContext.Provider value={context}>{element}</PasswordFieldContext.Provider>
  },
)

// NOTE: browsers forget the selection when the type of an input changes.
function useKeptSelection(
  input: { readonly current: HTMLInputElement | null },
  shown: boolean,
  setShown: (shown: boolean) => void,
) {
  const selection = useRef<[number | null, number | null]>(undefined)
  useIsomorphicLayoutEffect(() => {
    if (selection.current && input.current) input.current.setSelectionRange(...selection.current)
    selection.current = undefined
  }, [shown])
  return (next: boolean) => {
    const control = input.current
    selection.current = control?.matches(':focus')
      ? [control.selectionStart, control.selectionEnd]
      : undefined
    setShown(next)
  }
}
