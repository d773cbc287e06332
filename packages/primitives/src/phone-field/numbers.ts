import type { CountryCode } from 'libphonenumber-js/min'

type Library = typeof import('libphonenumber-js/min')

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
    /** What was typed, grouped as a country writes its numbers, and the country that the number names with a +. */
    formatTyped(typed: string, country: string): { text: string; country: string | undefined } {
      const formatter = new library.AsYouType(known(country))
      const text = formatter.input(typed)
      return { text, country: typed.trim().startsWith('+') ? formatter.getCountry() : undefined }
    },
    /** E.164 when it is a number, else what was typed. */
    toE164(typed: string, country: string): string {
      const number = library.parsePhoneNumberFromString(typed, known(country))
      return number?.isPossible() ? number.number : typed
    },
  }
}
