/**
 * Writes fields as the server reads them: names in snake_case, null as an empty text, lists as repeated names,
 * objects as JSON. What is undefined is left out.
 */
export function encodeForm(fields: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) {
    const name = toSnakeCase(key)
    if (value === undefined) continue
    if (Array.isArray(value)) for (const item of value) form.append(name, String(item))
    else
      form.set(
        name,
        typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
      )
  }
  return form
}

/** `emailAddress` becomes `email_address`. */
export const toSnakeCase = (text: string): string =>
  text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
