'use client'
import { type FormEvent, forwardRef, useEffect, useRef } from 'react'
import { useField } from '../field/field-context.ts'
import { FieldInput, type FieldInputProps } from '../field/field-input.tsx'
import { useFormContext } from '../form/form-context.ts'
import { mergeProps } from '../merge-props.ts'
import { usePhoneField } from './phone-field-context.ts'

export type PhoneFieldInputProps = Omit<FieldInputProps, 'type'>

/** The number: grouped once it is whole, and E.164 for the form that it is in. */
export const PhoneFieldInput = forwardRef<HTMLInputElement, PhoneFieldInputProps>(
  function PhoneFieldInput(props, ref) {
    const { format, read } = usePhoneField()
    const { name } = useField()
    const form = useFormContext()
    const latest = useRef(read)
    useEffect(() => {
      latest.current = read
    })
    useEffect(() => {
      const conversions = form?.store.conversions
      if (!name || !conversions) return
      conversions.set(name, (typed) => latest.current(typed))
      return () => void conversions.delete(name)
    }, [form?.store, name])
    const own: FieldInputProps = {
      type: 'tel',
      autoComplete: 'tel',
      onInput: (event: FormEvent<HTMLInputElement>) => {
        const control = event.currentTarget
        // In the middle of a number the caret would jump.
        const isAtEnd = control.selectionStart === control.value.length
        const { inputType } = event.nativeEvent as InputEvent
        const text = format(control.value)
        if (isAtEnd && !inputType?.startsWith('delete')) control.value = text
      },
    }
    return <FieldInput {...mergeProps({ ...own }, { ...props })} ref={ref} />
  },
)
