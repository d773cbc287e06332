import type { ErrorBodyJSON, ErrorJSON } from '@usher/protocol'
import { camelKeys } from './case.ts'

/** One thing that the server found wrong. */
export type ClerkAPIError = {
  /** Stable name of the problem; branch on this, never on a text. */
  code: string
  message: string
  longMessage?: string | undefined
  meta: ClerkAPIErrorMeta
}

export type ClerkAPIErrorMeta = {
  /** Name of the field to blame, as the wire writes it: `email_address`. */
  paramName?: string | undefined
  sessionId?: string | undefined
  [key: string]: unknown
}

/** What the hooks for custom flows report: one of the three error classes. */
export type ClerkError = ClerkAPIResponseError | ClerkRuntimeError | ClerkOfflineError

/** The server answered with a status of 400 or more. */
export class ClerkAPIResponseError extends Error {
  override readonly name = 'ClerkAPIResponseError'
  readonly status: number
  readonly errors: readonly ClerkAPIError[]
  /** Names the request in the server's log. */
  readonly clerkTraceId: string | null
  /** Seconds after which the server will listen again; null when it did not say. */
  readonly retryAfter: number | null

  constructor(
    message: string,
    answer: {
      status: number
      errors: readonly ClerkAPIError[]
      clerkTraceId?: string | null
      retryAfter?: number | null
    },
  ) {
    super(message)
    this.status = answer.status
    this.errors = answer.errors
    this.clerkTraceId = answer.clerkTraceId ?? null
    this.retryAfter = answer.retryAfter ?? null
  }
}

/** Something went wrong before an answer came, or the kit was used in a way that cannot work. */
export class ClerkRuntimeError extends Error {
  override readonly name: string = 'ClerkRuntimeError'
  readonly code: string

  constructor(message: string, { code, cause }: { code: string; cause?: unknown }) {
    super(message, { cause })
    this.code = code
  }
}

/** The device has no network. */
export class ClerkOfflineError extends ClerkRuntimeError {
  override readonly name = 'ClerkOfflineError'

  constructor(message: string, cause?: unknown) {
    super(message, { code: 'clerk_offline', cause })
  }

  static is(error: unknown): error is ClerkOfflineError {
    return isNamed(error, 'ClerkOfflineError')
  }
}

/** Tells whether the server refused the request. Works across copies of this package. */
export const isClerkAPIResponseError = (error: unknown): error is ClerkAPIResponseError =>
  isNamed(error, 'ClerkAPIResponseError')

/** Tells whether no answer came, or the kit was used in a way that cannot work. */
export const isClerkRuntimeError = (error: unknown): error is ClerkRuntimeError =>
  isNamed(error, 'ClerkRuntimeError') || isNamed(error, 'ClerkOfflineError')

/** Tells whether an error comes from this kit. */
export const isKnownError = (error: unknown): error is ClerkError =>
  isClerkAPIResponseError(error) || isClerkRuntimeError(error)

/** Makes the one error class from an answer's body, whatever the server or a proxy before it sent. */
export function toApiError(status: number, body: unknown, retryAfter: number | null): ClerkAPIResponseError {
  const { errors: given, clerk_trace_id: traceId } = Object(body) as Partial<ErrorBodyJSON>
  const errors = Array.isArray(given) ? given.map(toError) : []
  const message = errors[0]?.longMessage ?? errors[0]?.message ?? `The server answered with status ${status}.`
  return new ClerkAPIResponseError(message, { status, errors, clerkTraceId: traceId ?? null, retryAfter })
}

const toError = ({ code, message, long_message, meta }: ErrorJSON): ClerkAPIError => ({
  code,
  message,
  longMessage: long_message,
  meta: camelKeys(meta ?? {}),
})

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
