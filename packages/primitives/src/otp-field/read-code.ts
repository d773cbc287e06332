const ZEROS = ['0', '\u0660', '\u06f0', '\u0966', '\u09e6', '\uff10'].map((zero) => zero.charCodeAt(0))
const SEPARATOR = '[\\s\\p{Pd}\\p{Cf}]*'

/**
 * Finds a code of `length` digits in what a person typed, pasted or let the browser fill in: "424 242", "424-242",
 * "Your code is 424242", full-width and other digits. A run of exactly that many digits is taken first, then one that
 * is only broken by blanks and dashes, else the first digits of all. Returns ASCII digits, at most `length`.
 */
export function readCode(text: string, length: number): string {
  const ascii = text.replace(/\p{Nd}/gu, toAscii)
  const whole = new RegExp(`(?<!\\d)\\d{${length}}(?!\\d)`)
  const broken = new RegExp(`(?<!\\d)\\d(?:${SEPARATOR}\\d){${length - 1}}(?!\\d)`, 'u')
  const [found = ascii] = whole.exec(ascii) ?? broken.exec(ascii) ?? []
  return found.replace(/\D/g, '').slice(0, length)
}

function toAscii(digit: string) {
  const code = digit.charCodeAt(0)
  const zero = ZEROS.find((first) => code >= first && code < first + 10)
  return zero === undefined ? digit : String(code - zero)
}
