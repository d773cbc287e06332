/** `emailAddress` to `email_address`. */
export const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `email_address` to `emailAddress`. */
export const toCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** Gives the fields of an object their camelCase names; what is inside them stays as it is. */
export const camelKeys = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [toCamel(name), value]))
