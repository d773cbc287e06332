import { ApiError } from '../api-error.ts'

/** Most bytes of one kind of metadata, as UTF-8 JSON after the change. */
export const metadataMaxBytes = 8192

// Keys that would reach into the prototype of whatever object the value is merged into (S61).
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Returns metadata as JSON text; refuses what is too large or holds a key that is not allowed. */
export function checkMetadata(value: Record<string, unknown>, paramName: string): string {
  refuseForbiddenKeys(value, paramName)
  const text = JSON.stringify(value)
  if (new TextEncoder().encode(text).length > metadataMaxBytes)
    throw new ApiError('form_param_exceeds_allowed_size', {
      paramName,
      longMessage: `Metadata must be at most ${metadataMaxBytes} bytes.`,
    })
  return text
}

/** Applies a merge patch to metadata in JSON text; refuses what `checkMetadata` refuses, in the patch and after it. */
export function patchMetadata(text: string, patch: Record<string, unknown>, paramName: string): string {
  refuseForbiddenKeys(patch, paramName)
  return checkMetadata(mergeMetadata(JSON.parse(text), patch), paramName)
}

/** Merges a patch as RFC 7396 says: objects deeply, null deletes, everything else replaces. */
export function mergeMetadata(
  current: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...current }
  for (const [key, value] of Object.entries(patch)) {
    const before = merged[key]
    if (value === null) delete merged[key]
    else if (isObject(value)) merged[key] = mergeMetadata(isObject(before) ? before : {}, value)
    else merged[key] = value
  }
  return merged
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function refuseForbiddenKeys(value: unknown, paramName: string, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > 100)
    throw new ApiError('form_param_value_invalid', {
      paramName,
      longMessage: 'Metadata is nested too deeply.',
    })
  for (const [key, inner] of Object.entries(value)) {
    if (forbidden.has(key))
      throw new ApiError('form_param_value_invalid', {
        paramName,
        longMessage: `Metadata must not hold the key "${key}".`,
      })
    refuseForbiddenKeys(inner, paramName, depth + 1)
  }
}
