'use client'
import { createContext, useContext } from 'react'

/** Where the caret or the selection is in the input; `null` while it has no focus. */
export type OtpSelection = readonly [start: number, end: number] | null

/** What a code field tells about itself. */
export interface OtpFieldState {
  /** Every digit is there. */
  complete: boolean
  /** The input has the focus. */
  focused: boolean
  invalid: boolean
  pending: boolean
}

/** What the parts of a code field share. */
export interface OtpFieldContextValue extends OtpFieldState {
  length: number
  value: string
  selection: OtpSelection
  /** The consumer decides what the input holds. */
  controlled: boolean
  setValue: (value: string, input: HTMLInputElement) => void
  setSelection: (selection: OtpSelection) => void
}

export const OtpFieldContext = createContext<OtpFieldContextValue | null>(null)

/** The surrounding code field. */
export function useOtpField(): OtpFieldContextValue {
  const context = useContext(OtpFieldContext)
  if (!context) {
    throw new Error(
      'A part of OtpField was used outside of <OtpField.Root>, which holds its state. Put it inside one.',
    )
  }
  return context
}
