import { toSnake } from './case.ts'

export type Fields = Record<string, unknown>

/**
 * Writes fields as a form body (`application/x-www-form-urlencoded`): names in snake_case on the top level only,
 * `undefined` left out, `null` as the empty text, a list as a repeated name, an object as JSON text.
 */
export function encodeForm(fields: Fields): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) form.append(toSnake(name), toText(item))
    }
  }
  return form.toString()
}

const toText = (value: unknown) =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
