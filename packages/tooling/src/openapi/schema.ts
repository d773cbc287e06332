import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

export type Schema = Record<string, unknown>

/** A JSON Schema validator that reports of several alternatives only the one that fits best. */
export function createValidator(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false })
  ajv.addKeyword({
    keyword: 'closest',
    errors: 'full',
    compile(alternatives: Schema[], _, { baseId }) {
      let compiled: ValidateFunction[] | null = null
      const check = (data: unknown, context?: { instancePath: string }): boolean => {
        compiled ??= alternatives.map((schema) => ajv.compile(absolute(schema, baseId)))
        let best: ErrorObject[] | null = null
        for (const validate of compiled) {
          if (validate(data)) return true
          const errors = validate.errors ?? []
          if (!best || weigh(errors) < weigh(best)) best = errors
        }
        // Ajv overwrites the data of an error that comes out of a keyword.
        check.errors = (best ?? []).map((error) => ({
          ...error,
          params: { found: error.data, ...error.params },
          instancePath: (context?.instancePath ?? '') + error.instancePath,
        }))
        return false
      }
      check.errors = [] as ErrorObject[]
      return check
    },
  })
  return ajv
}

// Another type altogether fits worst, another kind of object nearly as badly.
const weigh = (errors: ErrorObject[]): number =>
  errors.reduce((sum, { instancePath, keyword }) => {
    if (instancePath === '' && keyword === 'type') return sum + 10_000
    return sum + (instancePath === '/object' ? 1_000 : 1)
  }, 0)

function absolute(schema: unknown, base: string): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#') ? base.split('#')[0] + value : value,
  )
}

type Resolve = (ref: string) => Schema

/**
 * Turns a schema of OpenAPI 3.0 into JSON Schema: `nullable` becomes a type, `allOf` one object, alternatives those of
 * `createValidator`; and what describes its properties without a word on others has no others.
 * @param place what an error calls it: the name of a schema and the way to a field, `User.locale`
 */
export function toJsonSchema(schema: Schema, place: string, resolve: Resolve): Schema {
  const convert = (given: unknown, below = '') => toJsonSchema(given as Schema, place + below, resolve)
  if (schema['nullable'] === true) return orNull(convert({ ...schema, nullable: false }), place)
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'] }
  const [only, ...more] = (schema['allOf'] as Schema[] | undefined) ?? []
  if (only && more.length === 0 && !schema['properties']) return convert(only)
  if (Array.isArray(schema['allOf'])) return convert(mergeAll(schema, resolve))
  const { type, enum: values, items, properties, required } = schema
  const alternatives = (schema['oneOf'] ?? schema['anyOf']) as unknown[] | undefined
  if (alternatives) return { closest: alternatives.map((one) => convert(one)) }
  const result: Schema = { place }
  if (type) result['type'] = type
  if (values) result['enum'] = values
  if (items) result['items'] = convert(items, '[]')
  if (required) result['required'] = required
  if (properties) {
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, convert(property, `.${name}`)]),
    )
  }
  const others = schema['additionalProperties'] ?? (properties ? false : undefined)
  if (others !== undefined)
    result['additionalProperties'] = typeof others === 'object' ? convert(others, '.*') : others
  return result
}

function orNull(schema: Schema, place: string): Schema {
  const { type, enum: values } = schema
  if (typeof type !== 'string') return { closest: [schema, { place, type: 'null' }] }
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) ? { enum: [...values, null] } : {}) }
}

function mergeAll({ allOf, ...schema }: Schema, resolve: Resolve): Schema {
  const parts = [schema, ...(allOf as Schema[])].map((part) => follow(part, resolve))
  const alternatives = parts.find((part) => part['oneOf'] ?? part['anyOf'])
  if (alternatives && parts.every((part) => part === alternatives || !part['properties'])) return alternatives
  const merged: Schema = Object.assign({}, ...parts)
  merged['properties'] = Object.assign({}, ...parts.map((part) => part['properties']))
  merged['required'] = parts.flatMap((part) => part['required'] ?? [])
  return merged
}

function follow(part: Schema, resolve: Resolve): Schema {
  if (typeof part['$ref'] === 'string') return follow(resolve(part['$ref']), resolve)
  return Array.isArray(part['allOf']) ? mergeAll(part, resolve) : part
}
