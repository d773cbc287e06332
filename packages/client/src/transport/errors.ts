import type { ErrorBodyJSON } from '@usher/protocol/errors'
import { camelize } from './camelize.ts'

export type ClerkAPIError = {
  code: string
  message: string
  longMessage: string
  /** Keys in camelCase: `paramName` names the field to blame, `sessionId` a session to go on with. */
  meta: { paramName?: string; sessionId?: string; [key: string]: unknown }
}

/** The server refused: carries its error codes, its trace id, and for 429 the seconds to wait. */
export class ClerkAPIResponseError extends Error {
  override readonly name = 'ClerkAPIResponseError'
  readonly status: number
  readonly errors: ClerkAPIError[]
  readonly clerkTraceId: string | undefined
  readonly retryAfter: number | undefined

  constructor(status: number, body: Partial<ErrorBodyJSON>, retryAfter?: number) {
    const errors = (body.errors ?? []).map(toError)
    const text = errors.map((error) => error.longMessage || error.message).join(' ')
    super(text || `The server answered ${status}.`)
    this.status = status
    this.errors = errors
    this.clerkTraceId = body.clerk_trace_id
    this.retryAfter = retryAfter
  }
}

/** Something went wrong on this side; `code` says what. */
export class ClerkRuntimeError extends Error {
  override readonly name: string = 'ClerkRuntimeError'
  readonly code: string

  constructor(message: string, { code, cause }: { code: string; cause?: unknown }) {
    super(message, { cause })
    this.code = code
  }
}

/** No answer could be had: the device is offline or the server unreachable. */
export class ClerkOfflineError extends ClerkRuntimeError {
  override readonly name = 'ClerkOfflineError'

  constructor(cause?: unknown) {
    super('The server could not be reached. Check the connection and try again.', {
      code: 'network_error',
      cause,
    })
  }

  static is = (error: unknown): error is ClerkOfflineError => error instanceof ClerkOfflineError
}

export const isClerkAPIResponseError = (error: unknown): error is ClerkAPIResponseError =>
  error instanceof ClerkAPIResponseError

export const isClerkRuntimeError = (error: unknown): error is ClerkRuntimeError =>
  error instanceof ClerkRuntimeError

/** Whether somebody did not want to prove once more who they are, so that nothing was done. */
export const isReverificationCancelledError = (error: unknown): error is ClerkRuntimeError =>
  isClerkRuntimeError(error) && error.code === 'reverification_cancelled'

/** Whether a person closed the window of their wallet, or it refused: errors of EIP-1193 carry a number and a message. */
export const isMetamaskError = (error: unknown): error is { code: 4001 | 32602 | 32603; message: string } =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  'message' in error &&
  [4001, 32602, 32603].includes(error.code as number)

/** Whether an error is one that this kit throws on purpose. */
export const isKnownError = (error: unknown): error is ClerkAPIResponseError | ClerkRuntimeError =>
  isClerkAPIResponseError(error) || isClerkRuntimeError(error)

const toError = ({ code, message, long_message, meta }: ErrorBodyJSON['errors'][number]): ClerkAPIError => ({
  code,
  message,
  longMessage: long_message,
  meta: camelize(meta ?? {}),
})
