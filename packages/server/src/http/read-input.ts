import * as z from 'zod/mini'
import { ApiError, ApiErrors } from '../api-error.ts'
import type { AppContext } from './context.ts'

/** Reads the form or JSON body and checks it; throws a 4xx that names the field when it does not fit. */
export async function readBody<Schema extends z.ZodMiniType>(
  c: AppContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  return check(schema, await readRecord(c))
}

/** Reads the query and checks it; a repeated key is a list. */
export function readQuery<Schema extends z.ZodMiniType>(c: AppContext, schema: Schema): z.output<Schema> {
  return check(schema, toRecord(new URL(c.req.url).searchParams))
}

function check<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input)
  if (result.success) return result.data
  const errors = result.error.issues.map(toApiError)
  throw new ApiErrors(errors as [ApiError, ...ApiError[]])
}

function toApiError(issue: z.core.$ZodIssue): ApiError {
  const paramName = issue.path.map(String).join('.')
  if (issue.code === 'too_big') return new ApiError('form_param_max_length_exceeded', { paramName })
  if (issue.code === 'invalid_value') return new ApiError('form_param_value_invalid', { paramName })
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return new ApiError('form_param_missing', { paramName })
  return new ApiError('form_param_format_invalid', { paramName })
}

async function readRecord(c: AppContext): Promise<Record<string, unknown>> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const text = await c.req.text()
  if (text === '') return {}
  if (type === 'application/x-www-form-urlencoded') return toRecord(new URLSearchParams(text))
  if (type === 'application/json') return parseObject(text)
  throw new ApiError('content_type_unsupported')
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ApiError('malformed_request_parameters', { longMessage: 'The body is not valid JSON.' })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw new ApiError('malformed_request_parameters', { longMessage: 'The body must be a JSON object.' })
}

function toRecord(params: URLSearchParams): Record<string, unknown> {
  const record: Record<string, unknown> = Object.create(null)
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key)
    const name = key.endsWith('[]') ? key.slice(0, -2) : key
    record[name] = values.length > 1 ? values : values[0]
  }
  return record
}
