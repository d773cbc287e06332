type CamelCase<Text extends string> = Text extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Text

type Read<Key, Value> = Key extends `${string}_at`
  ? Exclude<Value, number> | (Value extends number ? Date : never)
  : Value

/** A piece of wire JSON with names in camelCase and its times as dates; what is inside the values stays as it is. */
export type Camelized<JSON> = {
  [Key in keyof JSON as CamelCase<Key & string>]: Read<Key, JSON[Key]>
}

/** Renames what the wire says: the only place where snake_case becomes camelCase. */
export const camelize = <JSON extends object>(json: JSON): Camelized<JSON> =>
  Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      toCamelCase(key),
      typeof value === 'number' && key.endsWith('_at') ? new Date(value) : value,
    ]),
  ) as Camelized<JSON>

/** `email_address` becomes `emailAddress`. */
export const toCamelCase = (text: string): string =>
  text.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
