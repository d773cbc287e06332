'use client'
import { createContext, type RefObject, useContext } from 'react'

/** What a password field tells about itself. */
export interface PasswordFieldState {
  /** The password is readable on screen. */
  shown: boolean
}

/** What the parts of a password field share. */
export interface PasswordFieldContextValue extends PasswordFieldState {
  value: string
  inputId: string | undefined
  input: RefObject<HTMLInputElement | null>
  setShown: (shown: boolean) => void
  onInput: (input: HTMLInputElement) => void
}

export const PasswordFieldContext = createContext<PasswordFieldContextValue | null>(null)

/** The surrounding password field. */
export function usePasswordField(): PasswordFieldContextValue {
  const context = useContext(PasswordFieldContext)
  if (!context) {
    throw new Error(
      'A part of PasswordField was used outside of <PasswordField.Root>, which holds its state. Put it inside one.',
    )
  }
  return context
}
