import type { ErrorCode, ErrorJSON, ErrorMeta } from '@usher/protocol/errors'
import { accessErrors } from './access-errors.ts'
import { oauthErrors } from './oauth-errors.ts'

type Definition = { status: number; message: string; longMessage: string }

export type ApiErrorOptions = {
  /** snake_case name of the request field to blame; the screens show the text under that field. */
  paramName?: string
  /** Replaces the default sentence, for example to name the limit that was exceeded. */
  longMessage?: string
  meta?: ErrorMeta
  /** For 429 and lockouts: whole seconds until a new try makes sense, sent as `Retry-After`. */
  retryAfter?: number
}

/** The one error that a use case throws at a caller; one middleware turns it into the wire's error body. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly status: number
  readonly longMessage: string
  readonly meta: ErrorMeta
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, options: ApiErrorOptions = {}) {
    const definition = definitions[code]
    super(definition.message)
    this.code = code
    this.status = definition.status
    this.longMessage = options.longMessage ?? definition.longMessage
    this.meta = { ...(options.paramName ? { param_name: options.paramName } : {}), ...options.meta }
    this.retryAfter = options.retryAfter
  }

  toJSON(): ErrorJSON {
    return { code: this.code, message: this.message, long_message: this.longMessage, meta: this.meta }
  }
}

/** Several faults of one request, reported together; the status is that of the first. */
export class ApiErrors extends Error {
  override readonly name = 'ApiErrors'
  readonly errors: readonly [ApiError, ...ApiError[]]

  constructor(errors: readonly [ApiError, ...ApiError[]]) {
    super(errors.map((error) => error.code).join(', '))
    this.errors = errors
  }
}

/** Waits for several checks of one request, and reports their faults together. */
export async function checkTogether<Checks extends readonly Promise<unknown>[]>(
  ...checks: Checks
): Promise<{ [Index in keyof Checks]: Awaited<Checks[Index]> }> {
  const results = await Promise.allSettled(checks)
  const thrown = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  const faults = thrown.filter((fault) => fault instanceof ApiError)
  if (thrown.length > faults.length) throw thrown.find((fault) => !(fault instanceof ApiError))
  const [first, ...others] = faults
  if (first) throw others.length > 0 ? new ApiErrors([first, ...others]) : first
  return Promise.all(checks)
}

const form = (message: string, longMessage: string): Definition => ({ status: 422, message, longMessage })
const flow = (message: string, longMessage: string): Definition => ({ status: 400, message, longMessage })

const definitions: Record<ErrorCode, Definition> = {
  ...accessErrors,
  ...oauthErrors,
  action_blocked: { status: 403, message: 'action blocked', longMessage: 'This action is not allowed here.' },
  actor_token_already_used_code: flow('already used', 'This link was used before. Ask for another one.'),
  actor_token_cannot_be_revoked_code: flow('cannot be revoked', 'This token was used or revoked before.'),
  actor_token_revoked_code: flow('revoked', 'This link was called back. Ask for another one.'),
  authentication_invalid: {
    status: 401,
    message: 'Invalid authentication',
    longMessage: 'The session is missing, ended or not of this browser. Sign in again.',
  },
  authorization_header_format_invalid: {
    status: 401,
    message: 'Invalid Authorization header format',
    longMessage: 'The Authorization header must read "Bearer" followed by a secret key.',
  },
  authorization_invalid: {
    status: 401,
    message: 'Unauthorized request',
    longMessage: 'The secret key is unknown to this server. Copy the current one from the server.',
  },
  backup_codes_not_available: flow(
    'backup codes not available',
    'Backup codes stand in for another second factor. Set one up first.',
  ),
  bad_request: flow('bad request', 'The request could not be understood.'),
  client_not_found: {
    status: 404,
    message: 'Client not found',
    longMessage: 'This browser is not known to the server yet.',
  },
  content_type_unsupported: {
    status: 415,
    message: 'content type not supported',
    longMessage: 'Send a form (application/x-www-form-urlencoded) or JSON (application/json).',
  },
  dev_browser_unauthenticated: {
    status: 401,
    message: 'Unknown development browser',
    longMessage: 'The server does not know this browser. Ask for a new name with POST /v1/dev_browser.',
  },
  duplicate_record: form('already exists', 'A record with these values exists already.'),
  feature_not_enabled: {
    status: 403,
    message: 'not enabled',
    longMessage: 'This is switched off here. The settings of the server turn it on.',
  },
  form_code_incorrect: form('is incorrect', 'Incorrect code'),
  form_conditional_param_missing: form(
    'is missing',
    'A value is needed here because of another one in the same request.',
  ),
  form_identifier_exists: form('is taken', 'This value is taken. Try another one.'),
  form_identifier_not_found: form("couldn't be found", 'There is no account with this value.'),
  form_new_password_matches_current: form(
    'is the current password',
    'The new password must differ from the current one.',
  ),
  form_param_duplicate: form('is given twice', 'The same value is given more than once.'),
  form_param_exceeds_allowed_size: form('is too large', 'The value is larger than allowed.'),
  form_param_format_invalid: form('is invalid', 'The value has the wrong format.'),
  form_param_max_length_exceeded: form('is too long', 'The value is longer than allowed.'),
  form_param_missing: form('is missing', 'A required value is missing.'),
  form_param_nil: form('is missing', 'Enter a value.'),
  form_param_unknown: form('is unknown', 'This field is not accepted here.'),
  form_param_value_invalid: form('is not allowed', 'This value is not one of the allowed ones.'),
  form_password_compromised: form(
    'is compromised',
    'This password may be known to others. Reset it, or sign in another way.',
  ),
  form_password_digest_invalid_code: form(
    'is not a valid digest',
    'The digest is not in the form of its password_hasher, or costs more to check than this server spends.',
  ),
  form_password_incorrect: form('is incorrect', 'Password is incorrect. Try again, or use another method.'),
  form_password_length_too_long: form('is too long', 'The password has more characters than allowed.'),
  form_password_length_too_short: form('is too short', 'The password has fewer characters than required.'),
  form_password_matches_identifier: form(
    'is too close to your own data',
    'The password must not be your address or name, or the name of this application.',
  ),
  form_password_no_lowercase: form('lacks a lowercase letter', 'The password needs a lowercase letter.'),
  form_password_no_number: form('lacks a number', 'The password needs a number.'),
  form_password_no_special_char: form('lacks a special character', 'The password needs a special character.'),
  form_password_no_uppercase: form('lacks an uppercase letter', 'The password needs an uppercase letter.'),
  form_password_pwned: form(
    'is well known',
    'This password is among those that attackers try first. Choose another one.',
  ),
  form_password_size_in_bytes_exceeded: form('is too long', 'The password has more bytes than allowed.'),
  form_username_invalid_character: form(
    'has a character that is not allowed',
    'Use letters, numbers, hyphens and underscores.',
  ),
  form_username_invalid_length: form('has the wrong length', 'The username is too short or too long.'),
  form_username_needs_non_number_char: form(
    'needs a letter',
    'The username needs at least one character that is not a number.',
  ),
  identification_exists: flow('already yours', 'This address belongs to your account already.'),
  identification_deletion_failed: flow(
    'cannot be removed',
    'This is your last way to sign in. Add another one first.',
  ),
  identifier_already_signed_in: flow(
    'already signed in',
    'This account is signed in on this browser already.',
  ),
  image_storage_failed: {
    status: 503,
    message: 'picture could not be kept',
    longMessage: 'The picture could not be stored or read. Wait a moment and try again.',
  },
  internal_clerk_error: {
    status: 500,
    message: 'Something went wrong',
    longMessage: 'The server could not answer. Try again; the trace id helps to find the cause.',
  },
  mail_delivery_failed: {
    status: 503,
    message: 'mail could not be sent',
    longMessage: 'The mail could not be sent. Wait a moment and ask for it again.',
  },
  sms_delivery_failed: {
    status: 503,
    message: 'message could not be sent',
    longMessage: 'The text message could not be sent. Wait a moment and ask for it again.',
  },
  malformed_request_parameters: flow(
    'malformed request',
    'The body or query of the request could not be read.',
  ),
  method_not_allowed: {
    status: 405,
    message: 'method not allowed',
    longMessage: 'This path does not answer to this method.',
  },
  no_password_set: flow('no password set', 'This account has no password.'),
  origin_invalid: flow(
    'origin not allowed',
    'Requests from this origin are not allowed. Add it to allowedOrigins in the settings of the server.',
  ),
  passkey_already_exists: flow('already exists', 'This passkey is kept already.'),
  passkey_not_registered: form(
    'is not known',
    'This passkey is not one of this account. Sign in another way.',
  ),
  passkey_verification_failed: form('could not be verified', 'The passkey could not be verified. Try again.'),
  payload_too_large: {
    status: 413,
    message: 'body too large',
    longMessage: 'The body of the request is larger than allowed.',
  },
  resource_forbidden: { status: 403, message: 'forbidden', longMessage: 'You may not do this.' },
  resource_not_found: {
    status: 404,
    message: 'not found',
    longMessage: 'No resource was found under this id.',
  },
  session_exists: flow('Session already exists', 'You are signed in already.'),
  session_not_found: {
    status: 404,
    message: 'Session not found',
    longMessage: 'No session was found under this id.',
  },
  session_pending: {
    status: 403,
    message: 'session pending',
    longMessage: 'You are not done signing in. Finish the open step first.',
  },
  session_reverification_required: {
    status: 403,
    message: 'Additional verification required',
    longMessage: 'Prove once more that it is you, and try again.',
  },
  sign_in_not_supported: flow('not supported', 'This way to sign in is not available.'),
  sign_in_token_already_used_code: flow('already used', 'This link was used before. Ask for another one.'),
  sign_in_token_cannot_be_revoked_code: flow('cannot be revoked', 'This token was used or revoked before.'),
  sign_in_token_revoked_code: flow('revoked', 'This link was called back. Ask for another one.'),
  sign_up_if_missing_transfer: form(
    'has no account yet',
    'The code is right, and nobody has an account with this value yet. Create a sign-up with transfer=true.',
  ),
  sign_up_cannot_be_updated: flow(
    'cannot be updated',
    'This sign-up is finished or too old. Start a new one.',
  ),
  signed_out: { status: 401, message: 'Signed out', longMessage: 'You are signed out.' },
  strategy_for_user_invalid: flow(
    'strategy not available',
    'This way to sign in is not available for this account.',
  ),
  ticket_expired_code: flow('expired', 'This link is too old. Ask for another one.'),
  ticket_invalid_code: flow('invalid', 'This link is not known here. Ask for another one.'),
  too_many_requests: {
    status: 429,
    message: 'Too many requests',
    longMessage: 'Too many requests. Wait before you try again.',
  },
  totp_already_enabled: flow(
    'already enabled',
    'This account has an authenticator app already. Remove it to set up another one.',
  ),
  totp_not_enabled: flow('not enabled', 'This account has no authenticator app.'),
  user_banned: { status: 403, message: 'account is closed', longMessage: 'This account is closed.' },
  user_locked: {
    status: 403,
    message: 'account is locked',
    longMessage: 'This account is locked after too many wrong tries.',
  },
  user_delete_self_disabled: {
    status: 403,
    message: 'deletion is switched off',
    longMessage: 'Accounts cannot be deleted by their owners here.',
  },
  verification_already_verified: flow('already verified', 'This has been verified already.'),
  verification_expired: flow('expired', 'This code has expired. Ask for a new one.'),
  verification_failed: flow('failed', 'Too many wrong codes. Ask for a new one.'),
  verification_missing: flow('not started', 'Ask for a code first.'),
}
