/** A piece of a formatted text: plain, emphasised, or a link. */
export type Piece = string | { bold: string } | { link: string; url: string }

export type Values = { [token: string]: string | number | Date | undefined | null }

const token = /\{\{\s*([\w.]+)\s*((?:\|\|?\s*\w+(?:\([^)]*\))?\s*)*)\}\}|<(\/?)bold>/g
const modifier = /\|\s*(\w+)(?:\(\s*(?:['"]([^'"]*)['"])?[^)]*\))?/g

const dates: { [name: string]: Intl.DateTimeFormatOptions } = {
  timeString: { hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long' },
  numeric: { year: 'numeric', month: 'numeric', day: 'numeric' },
  shortDate: { month: 'short', day: 'numeric' },
  longDate: { year: 'numeric', month: 'long', day: 'numeric' },
}

/**
 * Fills `{{token}}` and `{{ token | modifier('argument') }}` of a text and splits it at `<bold>` and links.
 *
 * Modifiers: titleize, timeString, weekday, numeric, shortDate, longDate (argument: a locale), link (argument: its words).
 * An unknown modifier is ignored. An unknown token stays as it was written, so that a slip is seen and breaks nothing.
 */
export function format(text: string, values: Values = {}, locale?: string): Piece[] {
  const pieces: Piece[] = []
  let bold = false
  let last = 0
  const add = (piece: Piece) => {
    if (piece !== '') pieces.push(bold && typeof piece === 'string' ? { bold: piece } : piece)
  }
  for (const match of text.matchAll(token)) {
    add(text.slice(last, match.index))
    last = match.index + match[0].length
    const [whole, name, modifiers, slash] = match
    if (name === undefined) bold = slash === ''
    else add(values[name] == null ? whole : modify(values[name], modifiers ?? '', locale))
  }
  add(text.slice(last))
  return pieces
}

/** The same as one string, for attributes and announcements. */
export const formatString = (text: string, values?: Values, locale?: string): string =>
  format(text, values, locale)
    .map((piece) => (typeof piece === 'string' ? piece : 'bold' in piece ? piece.bold : piece.link))
    .join('')

function modify(value: string | number | Date, modifiers: string, locale?: string): Piece {
  let result: string | number | Date = value
  for (const [, name = '', argument] of modifiers.matchAll(modifier)) {
    const options = dates[name]
    if (options) result = formatDate(result, argument ?? locale, options)
    if (name === 'titleize') result = String(result).replace(/^./, (first) => first.toUpperCase())
    if (name === 'link') return { link: argument ?? String(result), url: String(result) }
  }
  return result instanceof Date ? result.toLocaleString(locale) : String(result)
}

function formatDate(
  value: string | number | Date,
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
) {
  const date = new Date(value)
  if (Number.isNaN(date.getTime())) return String(value)
  try {
    return new Intl.DateTimeFormat(locale, options).format(date)
  } catch {
    // A translation may carry a locale that this browser does not know.
    return new Intl.DateTimeFormat(undefined, options).format(date)
  }
}
