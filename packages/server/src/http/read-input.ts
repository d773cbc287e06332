import * as z from 'zod/mini'
import { ApiError, ApiErrors } from '../api-error.ts'
import type { AppContext } from './context.ts'

// A form has a dozen fields, a list in a query a hundred values.
const mostPairs = 500

/** Reads the form or JSON body and checks it; throws a 4xx that names the field when it does not fit. */
export async function readBody<Schema extends z.ZodMiniType>(
  c: AppContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  return check(schema, await readRecord(c))
}

/** Reads a JSON body that is a list of 1 to `most` items and checks each; throws a 4xx that names the field. */
export async function readList<Schema extends z.ZodMiniType>(
  c: AppContext,
  schema: Schema,
  most: number,
): Promise<z.output<Schema>[]> {
  if (mediaType(c) !== 'application/json') throw new ApiError('content_type_unsupported')
  const items = parse(await c.req.text())
  if (!Array.isArray(items) || items.length === 0 || items.length > most || !items.every(isObject))
    throw new ApiError('malformed_request_parameters', {
      longMessage: `The body must be a JSON list of 1 to ${most} objects.`,
    })
  return items.map((item) => check(schema, item))
}

/** Reads the query and checks it; a repeated key is a list. */
export function readQuery<Schema extends z.ZodMiniType>(c: AppContext, schema: Schema): z.output<Schema> {
  return check(schema, toRecord(new URL(c.req.url).searchParams))
}

function check<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: Record<string, unknown>,
): z.output<Schema> {
  refuseNul(input)
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  const errors = result.error.issues.map((issue) => toApiError(issue, input))
  throw new ApiErrors(errors as [ApiError, ...ApiError[]])
}

// PostgreSQL takes no NUL in a text: refused here, so that both engines answer alike.
function refuseNul(input: Record<string, unknown>): void {
  for (const [paramName, value] of Object.entries(input))
    for (const part of [value].flat())
      if (typeof part === 'string' && part.includes('\0'))
        throw new ApiError('form_param_format_invalid', { paramName })
}

function toApiError(given: z.core.$ZodIssue, input: unknown): ApiError {
  const issue = innermost(given)
  // An index is no name: every item of a list is blamed under the name of the list.
  const paramName = issue.path.filter((key) => typeof key === 'string').join('.')
  if (valueAt(input, issue.path) === undefined) return new ApiError('form_param_missing', { paramName })
  if (issue.code === 'too_big' && issue.origin !== 'number' && issue.origin !== 'int')
    return new ApiError('form_param_max_length_exceeded', { paramName })
  if (issue.code === 'invalid_value' || issue.code === 'too_big' || issue.code === 'too_small')
    return new ApiError('form_param_value_invalid', { paramName })
  return new ApiError('form_param_format_invalid', { paramName })
}

/** Of the ways in which a value of several types is wrong, the one of the type that it has. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const inner = issue.errors.flat().find(({ code, path }) => code !== 'invalid_type' || path.length > 0)
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue
}

// The issue itself carries the value only when asked to, because it may be a secret.
const valueAt = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )

async function readRecord(c: AppContext): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  if (text === '') return {}
  const type = mediaType(c)
  if (type === 'application/x-www-form-urlencoded') return toRecord(new URLSearchParams(text))
  if (type !== 'application/json') throw new ApiError('content_type_unsupported')
  const value = parse(text)
  if (isObject(value)) return value
  throw new ApiError('malformed_request_parameters', { longMessage: 'The body must be a JSON object.' })
}

const mediaType = (c: AppContext) => (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('malformed_request_parameters', { longMessage: 'The body is not valid JSON.' })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function toRecord(params: URLSearchParams): Record<string, unknown> {
  if (params.size > mostPairs)
    throw new ApiError('malformed_request_parameters', { longMessage: `More than ${mostPairs} fields.` })
  const values = new Map<string, string[]>()
  for (const [key, value] of params) {
    const name = key.endsWith('[]') ? key.slice(0, -2) : key
    const given = values.get(name)
    if (given) given.push(value)
    else values.set(name, [value])
  }
  const record: Record<string, unknown> = Object.create(null)
  for (const [name, list] of values) record[name] = list.length > 1 ? list : list[0]
  return record
}
