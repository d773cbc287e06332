/** Every error code that the server sends. Clients branch on these, never on a message. */
export const errorCodes = [
  'action_blocked',
  'actor_token_already_used_code',
  'actor_token_cannot_be_revoked_code',
  'actor_token_revoked_code',
  'authentication_invalid',
  'authorization_header_format_invalid',
  'authorization_invalid',
  'backup_codes_not_available',
  'bad_request',
  'client_not_found',
  'content_type_unsupported',
  'duplicate_record',
  'feature_not_enabled',
  'form_code_incorrect',
  'form_conditional_param_missing',
  'form_identifier_exists',
  'form_identifier_not_found',
  'form_new_password_matches_current',
  'form_param_duplicate',
  'form_param_exceeds_allowed_size',
  'form_param_format_invalid',
  'form_param_max_length_exceeded',
  'form_param_missing',
  'form_param_nil',
  'form_param_unknown',
  'form_param_value_invalid',
  'form_password_compromised',
  'form_password_digest_invalid_code',
  'form_password_incorrect',
  'form_password_length_too_long',
  'form_password_length_too_short',
  'form_password_matches_identifier',
  'form_password_no_lowercase',
  'form_password_no_number',
  'form_password_no_special_char',
  'form_password_no_uppercase',
  'form_password_pwned',
  'form_password_size_in_bytes_exceeded',
  'form_username_invalid_character',
  'form_username_invalid_length',
  'form_username_needs_non_number_char',
  'identification_exists',
  'identification_deletion_failed',
  'identifier_already_signed_in',
  'image_storage_failed',
  'internal_clerk_error',
  'mail_delivery_failed',
  'sms_delivery_failed',
  'malformed_request_parameters',
  'method_not_allowed',
  'no_password_set',
  'not_allowed_access',
  'origin_invalid',
  'payload_too_large',
  'resource_forbidden',
  'resource_not_found',
  'session_exists',
  'session_not_found',
  'sign_in_not_supported',
  'sign_in_token_already_used_code',
  'sign_in_token_cannot_be_revoked_code',
  'sign_in_token_revoked_code',
  'sign_up_if_missing_transfer',
  'sign_up_mode_restricted',
  'sign_up_cannot_be_updated',
  'signed_out',
  'strategy_for_user_invalid',
  'ticket_expired_code',
  'ticket_invalid_code',
  'too_many_requests',
  'totp_already_enabled',
  'totp_not_enabled',
  'user_banned',
  'user_locked',
  'user_delete_self_disabled',
  'verification_already_verified',
  'verification_expired',
  'verification_failed',
  'verification_missing',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What an error says beside its texts; `param_name` is the snake_case name of the field to blame. */
export type ErrorMeta = {
  param_name?: string
  session_id?: string
  [key: string]: unknown
}

export type ErrorJSON = { code: string; message: string; long_message: string; meta: ErrorMeta }

/** Body of every answer with a status of 400 or more. */
export type ErrorBodyJSON = {
  errors: ErrorJSON[]
  clerk_trace_id: string
  meta?: { client?: unknown }
}
