'use client'
import { forwardRef, useEffect, useMemo, useState } from 'react'
import { useControlled } from '../use-controlled.ts'
import { type PartProps, useRender } from '../use-render.ts'
import { countryHere, languageHere, loadNumbers } from './load-numbers.ts'
import type { Numbers } from './numbers.ts'
import { PhoneFieldContext, type PhoneFieldState } from './phone-field-context.ts'

export type PhoneFieldRootProps = PartProps<'div', PhoneFieldState> & {
  /** Country of numbers that are typed without one, ISO 3166: `GR`. That of the browser's language unless told. */
  defaultCountry?: string
  /** The same, when the consumer decides. */
  country?: string
  onCountryChange?: (country: string) => void
  /** Language of the countries' names, BCP 47; that of the browser unless told. */
  locale?: string
}

/** Holds the country of a phone number, and the metadata of all numbers, which it loads when it appears. */
export const PhoneFieldRoot = forwardRef<HTMLDivElement, PhoneFieldRootProps>(function PhoneFieldRoot(
  { defaultCountry, country: countryProp, onCountryChange, locale, ...props },
  ref,
) {
  const [country, setCountry] = useControlled(countryProp, defaultCountry ?? countryHere(), onCountryChange)
  const [numbers, setNumbers] = useState<Numbers | null>(null)
  useEffect(() => {
    let isOver = false
    // Without the metadata a number with its + is still a number: the server reads it.
    loadNumbers().then(
      (loaded) => isOver || setNumbers(loaded),
      () => {},
    )
    return () => {
      isOver = true
    }
  }, [])
  const ready = numbers !== null
  const countries = useMemo(() => numbers?.listCountries(locale ?? languageHere()) ?? [], [numbers, locale])
  const context = useMemo(
    () => ({
      ready,
      country,
      countries,
      setCountry,
      format: (typed: string) => {
        if (!numbers) return typed
        const { text, country: named } = numbers.formatTyped(typed, country)
        if (named && named !== country) setCountry(named)
        return text
      },
      read: (typed: string) => (numbers ? numbers.toE164(typed, country) : typed),
    }),
    [ready, country, countries, setCountry, numbers],
  )
  const element = useRender('div', props, { ref, state: { ready } })
  return <PhoneFieldContext.Provider value={context}>{element}</PhoneFieldContext.Provider>
})
