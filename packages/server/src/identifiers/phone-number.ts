import type { CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

let parse: typeof parsePhoneNumberFromString | null = null

/** Loads the metadata of all numbers, some 10 MB of memory: until then nothing is a number. */
export async function loadPhoneNumbers(): Promise<void> {
  if (!parse) ({ parsePhoneNumberFromString: parse } = await import('libphonenumber-js/min'))
}

/**
 * The normal form of a phone number: E.164, such as `+306945550123`. Spaces, dots, dashes and brackets are passed over.
 * Returns null when the text is no number, or does not begin with + and the code of a country.
 * @param country whose numbers are those without +, ISO 3166; without it there are none
 */
export function normalizePhoneNumber(value: string, country?: string): string | null {
  const text = value.trim()
  const isNational = country !== undefined && /^[\d\s().-]+$/.test(text)
  if (!(isNational || text.startsWith('+')) || text.length > 32) return null
  const number = parse?.(text, country as CountryCode | undefined)
  return number?.isPossible() && !number.ext ? number.number : null
}

/** Where a number is: the code of its country, `30` for Greece; for limits by country. */
export const callingCodeOf = (normal: string): string => parse?.(normal)?.countryCallingCode ?? ''

/** A number of which only the country and the last two digits are seen: `+30********23` (S17). */
export function maskPhoneNumber(normal: string): string {
  const shown = callingCodeOf(normal).length + 1
  return `${normal.slice(0, shown)}${'*'.repeat(Math.max(0, normal.length - shown - 2))}${normal.slice(-2)}`
}

/** Numbers that belong to nobody, whose code is fixed and which get no message when test mode is on: `+1 xxx 555 01xx`. */
export const isTestPhoneNumber = (normal: string): boolean => /^\+1\d{3}55501\d\d$/.test(normal)
