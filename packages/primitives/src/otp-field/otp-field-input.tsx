'use client'
import { type ChangeEvent, forwardRef, type RefObject, useEffect, useRef } from 'react'
import { FieldInput, type FieldInputProps } from '../field/field-input.tsx'
import { mergeProps } from '../merge-props.ts'
import { useIsomorphicLayoutEffect } from '../use-isomorphic-layout-effect.ts'
import { useMergedRef } from '../use-merged-ref.ts'
import { type OtpFieldContextValue, useOtpField } from './otp-field-context.ts'
import { readCode } from './read-code.ts'

export type OtpFieldInputProps = Omit<FieldInputProps, 'type' | 'value' | 'defaultValue' | 'onValueChange'>

/** The input that holds the whole code. It has no `maxlength`: that would cut "424 242" before it could be read. */
export const OtpFieldInput = forwardRef<HTMLInputElement, OtpFieldInputProps>(
  function OtpFieldInput(props, ref) {
    const otp = useOtpField()
    const input = useRef<HTMLInputElement>(null)
    useNativeValue(input, otp)
    useNativeSelection(input, otp)
    useSelectWhenWrong(input, otp.invalid)

    const own: FieldInputProps = {
      inputMode: 'numeric',
      autoComplete: 'one-time-code',
      pattern: '\\d*',
      dir: 'ltr',
      ...(otp.value && { defaultValue: otp.value }),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const { currentTarget } = event
        const code = readCode(currentTarget.value, otp.length)
        if (code !== currentTarget.value) currentTarget.value = code
      },
    }
    return (
      <FieldInput
        {...mergeProps({ ...own }, { ...props })}
        ref={useMergedRef(input, ref)}
        onValueChange={(code) => input.current && otp.setValue(code, input.current)}
      />
    )
  },
)

/** Takes over what stood in the input before the page came to life, and writes what the consumer decides. */
function useNativeValue(input: RefObject<HTMLInputElement | null>, otp: OtpFieldContextValue) {
  const started = useRef(false)
  useIsomorphicLayoutEffect(() => {
    const control = input.current
    if (!control) return
    if (otp.controlled && control.value !== otp.value) control.value = otp.value
    else if (!started.current && control.value !== otp.value) {
      control.value = readCode(control.value, otp.length)
      otp.setValue(control.value, control)
    }
    started.current = true
  })
}

function useNativeSelection(
  input: RefObject<HTMLInputElement | null>,
  { setSelection }: OtpFieldContextValue,
) {
  useEffect(() => {
    const read = () => {
      const control = input.current
      setSelection(
        control?.matches(':focus') ? [control.selectionStart ?? 0, control.selectionEnd ?? 0] : null,
      )
    }
    const events = ['selectionchange', 'focusin', 'focusout', 'input'] as const
    for (const event of events) document.addEventListener(event, read)
    read()
    return () => {
      for (const event of events) document.removeEventListener(event, read)
    }
  }, [input, setSelection])
}

function useSelectWhenWrong(input: RefObject<HTMLInputElement | null>, invalid: boolean) {
  useIsomorphicLayoutEffect(() => {
    if (invalid && input.current?.matches(':focus')) input.current.select()
  }, [invalid])
}
