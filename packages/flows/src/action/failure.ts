/** One thing that the server found wrong, as it said it. Screens choose their words by `code`. */
export type FlowError = {
  code: string
  /** A short text of the server, in English. */
  message: string
  /** A sentence of the server, in English. */
  longMessage?: string | undefined
  meta?: Record<string, unknown> | undefined
}

/** What keeps a whole form from going on, not one of its fields. */
export type GlobalError = FlowError & {
  /**
   * `verdict`: the server said no. `rate-limited`: too many tries. `offline`: the device has no network; the
   * flow repeats the action by itself. `unreachable`: no answer or a failing server; `retry` repeats the action.
   */
  kind: 'verdict' | 'rate-limited' | 'offline' | 'unreachable'
  /** What was refused: the step itself, or sending a code (its limit is in `code.resendAt` too). */
  action: FlowActionKind
  /** When the server will listen again, epoch milliseconds; null when it did not say. */
  retryAfterUntil: number | null
  /** Names the request in the server's log. */
  traceId: string | null
}

/** `submit`: the step itself. `send`: a code. `row`: one of several rows, each for itself. */
export type FlowActionKind = 'submit' | 'send' | 'row'

export type FieldErrors<Field extends string> = Partial<Record<Field, FlowError>>

export type Failure<Field extends string> = { fields: FieldErrors<Field>; global: GlobalError | null }

/** Sorts what an action threw into errors of the named fields and one error of the whole form. */
export function toFailure<Field extends string>(
  error: unknown,
  fieldNames: readonly Field[],
  { action, now, isOnline }: { action: FlowActionKind; now: number; isOnline: boolean },
): Failure<Field> {
  const answer = readAnswer(error)
  const retryAfterUntil = answer.retryAfter === null ? null : now + answer.retryAfter * 1000
  const common = { action, retryAfterUntil, traceId: answer.traceId }
  const [first] = answer.errors
  if (!first || isNetworkCode(first.code)) {
    const kind = isOnline ? 'unreachable' : 'offline'
    return { fields: {}, global: { ...common, kind, code: kind, message: '' } }
  }
  if (answer.status >= 500) return { fields: {}, global: { ...first, ...common, kind: 'unreachable' } }
  const fields: FieldErrors<Field> = {}
  let global: GlobalError | null = null
  for (const item of answer.errors) {
    const field = fieldNames.find((name) => name === fieldOf(item))
    if (field && answer.status !== 429) fields[field] ??= item
    else global ??= { ...item, ...common, kind: kindOf(answer.status, item.code) }
  }
  return { fields, global }
}

/** What a server says of required fields that are empty, said without asking it. */
export const emptyFields = (names: string[]) =>
  Object.assign(new Error('Required fields are empty.'), {
    status: 422,
    errors: names.map((paramName) => ({ code: 'form_param_nil', message: '', meta: { paramName } })),
  })

/** Tells whether an action failed with this code. */
export const hasErrorCode = (error: unknown, code: string) => findError(error, code) !== undefined

/** The error with this code among those of an answer. */
export const findError = (error: unknown, code: string) =>
  readErrors(error).find((item) => item.code === code)

/** What an answer found wrong; nothing when there was no answer. */
export const readErrors = (error: unknown): FlowError[] => readAnswer(error).errors

/** What an answer says about the choice of a new password. */
export const findPasswordError = (error: unknown) =>
  readErrors(error).find(({ code }) => /^form_(new_)?password_(?!incorrect)/.test(code))

/** Fields have the names of the kit, parameters those of the wire. */
const fieldOf = ({ meta }: FlowError) =>
  String(meta?.paramName).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const isNetworkCode = (code: string) => code === 'network_error' || code === 'clerk_offline'

const kindOf = (status: number, code: string) =>
  status === 429 || code === 'too_many_requests' ? 'rate-limited' : 'verdict'

/** The parts of the client's error for an answer; anything else that was thrown has none of them. */
function readAnswer(error: unknown) {
  const {
    status = 0,
    errors = [],
    retryAfter = null,
    clerkTraceId: traceId = null,
  } = Object(error) as {
    status?: number
    errors?: FlowError[]
    retryAfter?: number | null
    clerkTraceId?: string | null
  }
  return { status, errors, retryAfter, traceId }
}
