import type { Numbers } from './numbers.ts'

/** Fetches the metadata of all numbers. */
export async function loadNumbers(): Promise<Numbers> {
  // Named one by one, so that a bundler leaves the rest of the library out.
  const [{ createNumbers }, library] = await Promise.all([
    import('./numbers.ts'),
    import('libphonenumber-js/min').then(
      ({ getCountries, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString }) => ({
        getCountries,
        getCountryCallingCode,
        isSupportedCountry,
        parsePhoneNumberFromString,
      }),
    ),
  ])
  return createNumbers(library)
}

/**
 * A number as E.164 when it is one, else as it was typed. Fetches the metadata of all numbers.
 * @param country whose numbers are those without +, ISO 3166; that of the browser's language unless told
 */
export async function readPhoneNumber(typed: string, country: string = countryHere()): Promise<string> {
  try {
    return (await loadNumbers()).toE164(typed, country)
  } catch {
    return typed
  }
}

/** The language of the browser. */
export const languageHere = (): string => (typeof navigator === 'undefined' ? 'en' : navigator.language)

/** The country of the browser's language. */
export function countryHere(): string {
  try {
    return new Intl.Locale(languageHere()).maximize().region ?? 'US'
  } catch {
    return 'US'
  }
}
