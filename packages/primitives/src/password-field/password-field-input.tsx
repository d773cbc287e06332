'use client'
import { forwardRef } from 'react'
import { FieldInput, type FieldInputProps } from '../field/field-input.tsx'
import { mergeProps } from '../merge-props.ts'
import { useMergedRef } from '../use-merged-ref.ts'
import { usePasswordField } from './password-field-context.ts'

export type PasswordFieldInputProps = Omit<FieldInputProps, 'type'>

/** The password itself. Give it `autoComplete`: `current-password` or `new-password`. */
export const PasswordFieldInput = forwardRef<HTMLInputElement, PasswordFieldInputProps>(
  function PasswordFieldInput(props, ref) {
    const { shown, input, onInput } = usePasswordField()
    const joinedRef = useMergedRef(input, ref)
    const own: FieldInputProps = {
      type: shown ? 'text' : 'password',
      autoCapitalize: 'none',
      spellCheck: false,
      onInput: (event) => onInput(event.currentTarget),
    }
    return <FieldInput {...mergeProps({ ...own }, { ...props })} ref={joinedRef} />
  },
)
