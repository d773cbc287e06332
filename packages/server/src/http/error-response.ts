import type { ErrorBodyJSON } from '@usher/protocol/errors'
import { ApiError, ApiErrors } from '../api-error.ts'
import { OwnerGoneError } from '../database/transaction.ts'
import type { AppContext } from './context.ts'
import { currentClient } from './respond.ts'

/** Turns whatever was thrown into the wire's error body; what nobody foresaw is a 500 without details (S66). */
export async function errorResponse(c: AppContext, thrown: unknown, withClient: boolean): Promise<Response> {
  try {
    return await answer(c, toApiErrors(c, thrown), withClient)
  } catch (error) {
    // The client could not be read either: the database is down.
    return answer(c, toApiErrors(c, error), false)
  }
}

async function answer(
  c: AppContext,
  errors: readonly [ApiError, ...ApiError[]],
  withClient: boolean,
): Promise<Response> {
  const { status, retryAfter } = errors[0]
  const isUnexpected = status === 500
  const body: ErrorBodyJSON = {
    errors: errors.map((error) => error.toJSON()),
    clerk_trace_id: c.var.traceId,
    ...(withClient && c.var.client && !isUnexpected ? { meta: { client: await currentClient(c) } } : {}),
  }
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.body(JSON.stringify(body), status as 400, { 'Content-Type': 'application/json' })
}

/** What was thrown, as errors of the wire; what nobody foresaw is logged and told without details (S66). */
export function toApiErrors(c: AppContext, thrown: unknown): readonly [ApiError, ...ApiError[]] {
  if (thrown instanceof ApiErrors) return thrown.errors
  if (thrown instanceof ApiError) return [thrown]
  // Somebody deleted the account while this request was under way.
  if (thrown instanceof OwnerGoneError) return [new ApiError('resource_not_found')]
  const { name = 'unknown', stack = '' } = thrown instanceof Error ? thrown : {}
  // The frames tell where; the message is left out, because a driver may quote values in it (S65).
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '))
  c.var.deps.log.error(
    { event: 'unexpected_error', traceId: c.var.traceId, name, frames },
    'unexpected error',
  )
  return [new ApiError('internal_clerk_error')]
}
