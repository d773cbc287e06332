import type { CountryCode } from 'libphonenumber-js/min'

type Library = Pick<
  typeof import('libphonenumber-js/min'),
  'getCountries' | 'getCountryCallingCode' | 'isSupportedCountry' | 'parsePhoneNumberFromString'
>

/** A country with the code by which it is called. */
export type Country = { code: string; name: string; callingCode: string }

export type Numbers = ReturnType<typeof createNumbers>

/** What a phone field does with the metadata of all numbers. */
export function createNumbers(library: Library) {
  const known = (country: string): CountryCode | undefined =>
    library.isSupportedCountry(country) ? country : undefined
  return {
    /** All countries that have numbers, by their names in a language. */
    listCountries(locale: string): Country[] {
      const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' })
      return library
        .getCountries()
        .map((code) => ({
          code,
          name: names.of(code) ?? code,
          callingCode: library.getCountryCallingCode(code),
        }))
        .sort((one, other) => one.name.localeCompare(other.name, locale))
    },
    /**
     * A whole number grouped as its country writes it, and the country that it names with a +. What is not whole yet
     * stays as it was typed: grouping that too would cost another 6 kB.
     */
    formatTyped(typed: string, country: string): { text: string; country: string | undefined } {
      const number = library.parsePhoneNumberFromString(typed, known(country))
      const isInternational = typed.trim().startsWith('+')
      if (!number?.isPossible())
        return { text: typed, country: isInternational ? number?.country : undefined }
      return isInternational
        ? { text: number.formatInternational(), country: number.country }
        : { text: number.formatNational(), country: undefined }
    },
    /** E.164 when it is a number, else what was typed. */
    toE164(typed: string, country: string): string {
      const number = library.parsePhoneNumberFromString(typed, known(country))
      return number?.isPossible() ? number.number : typed
    },
  }
}
