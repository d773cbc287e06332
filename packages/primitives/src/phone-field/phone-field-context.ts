'use client'
import { createContext, useContext } from 'react'
import type { Country } from './numbers.ts'

export interface PhoneFieldState {
  /** The metadata of numbers is here: a whole number is grouped, and every country can be chosen. */
  ready: boolean
}

interface PhoneFieldContextValue extends PhoneFieldState {
  /** ISO 3166, `GR`. */
  country: string
  countries: Country[]
  setCountry: (country: string) => void
  /** Groups a whole number; follows the country that it names. */
  format: (typed: string) => string
  /** E.164, or what was typed when it is no number. */
  read: (typed: string) => string
}

export const PhoneFieldContext = createContext<PhoneFieldContextValue | null>(null)

export function usePhoneField(): PhoneFieldContextValue {
  const value = useContext(PhoneFieldContext)
  if (!value) throw new Error('This part needs a <PhoneField.Root> around it.')
  return value
}
