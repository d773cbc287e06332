import type { FormErrors } from './use-messages.ts'

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

/** The complaints of a schema by field name; the first about a field counts. */
export function messagesOf(issues: readonly StandardIssue[]): FormErrors {
  const messages: Record<string, string> = {}
  for (const { path = [], message } of issues) messages[nameOf(path)] ??= message
  return messages
}

const nameOf = (path: NonNullable<StandardIssue['path']>) =>
  path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.')
