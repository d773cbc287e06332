'use client'
import { forwardRef } from 'react'
import { type PartProps, useRender } from '../use-render.ts'
import { type PhoneFieldState, usePhoneField } from './phone-field-context.ts'

export type PhoneFieldCountryProps = PartProps<'select', PhoneFieldState>

/**
 * The choice of a country: a native `<select>`, so that it can be searched by typing a name and looks on a telephone
 * like every other. Give it an `aria-label`.
 */
export const PhoneFieldCountry = forwardRef<HTMLSelectElement, PhoneFieldCountryProps>(
  function PhoneFieldCountry(props, ref) {
    const { ready, country, countries, setCountry } = usePhoneField()
    const options = countries.map(({ code, name, callingCode }) => (
      <option key={code} value={code}>
        {`${name} (+${callingCode})`}
      </option>
    ))
    return useRender('select', props, {
      ref,
      own: {
        autoComplete: 'off',
        value: country,
        disabled: !ready,
        onChange: (event) => setCountry(event.currentTarget.value),
        children: ready ? options : <option value={country}>{country}</option>,
      },
      state: { ready },
    })
  },
)
