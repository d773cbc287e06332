import type { FieldError, FieldValues, Resolver } from 'react-hook-form'

/** The part of the Standard Schema v1 interface (standardschema.dev) that a form reads; zod, valibot and others offer it. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
  }
}

type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

interface StandardIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Lets react-hook-form validate with a schema. Errors are keyed by field name; the first issue of a field counts. */
export function standardSchemaResolver(schema: StandardSchema<unknown, unknown>): Resolver<FieldValues> {
  return async (values) => {
    const result = await schema['~standard'].validate(values)
    if (!result.issues) return { values: result.value as FieldValues, errors: {} }
    const errors: Record<string, FieldError> = {}
    for (const { path = [], message } of result.issues) {
      errors[nameOf(path)] ??= { type: 'schema', message }
    }
    return { values: {}, errors }
  }
}

const nameOf = (path: NonNullable<StandardIssue['path']>) =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.')
