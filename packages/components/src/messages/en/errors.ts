/** What to say for an error code of signing in and up; `__name` narrows it to a field. */
export const errorMessages = {
  unstable__errors: {
    action_blocked: 'This is not possible from here. Try again later.',
    form_code_incorrect: 'That code is not right. Check it and try again.',
    form_identifier_not_found: 'We found no account with this. Check it, or create one.',
    form_param_format_invalid: 'This does not look right. Check how it is written.',
    form_param_format_invalid__identifier:
      'Check this. A phone number begins with + and the code of its country.',
    form_param_max_length_exceeded: 'This is too long. Use fewer characters.',
    form_param_missing: 'Fill this in to go on.',
    form_param_nil: 'Fill this in to go on.',
    form_param_value_invalid: 'This does not look right. Check it and try again.',
    form_password_compromised: 'This password is not safe. Reset your password.',
    form_password_incorrect: 'That password is not right. Try again.',
    identifier_already_signed_in: 'You are already signed in.',
    internal_clerk_error: 'Something went wrong on our side. Try again in a minute.',
    sms_delivery_failed: 'We could not send the message. Check the number, or try again in a minute.',
    mail_delivery_failed: 'We could not send the email. Check the address, or try again in a minute.',
    not_allowed_access: 'This address may not be used here. Ask the people who run {{applicationName}}.',
    passkey_not_registered: 'This passkey is of no account here. Choose another way to sign in.',
    passkey_verification_failed: 'Your passkey was not accepted. Try again, or choose another way.',
    session_exists: 'You are already signed in.',
    strategy_for_user_invalid: 'This account signs in another way. Use another method.',
    too_many_requests: 'Too many tries. Wait a moment, then try again.',
    user_banned: 'This account is closed. Ask the people who run {{applicationName}}.',
    user_locked:
      "This account is locked until {{ until | timeString('en-US') }}. Wait, or reset your password.",
    verification_already_verified: 'This is already verified.',
    verification_expired: 'This code has expired. Send a new one.',
    verification_failed: 'Too many wrong codes. Send a new one.',
    verification_missing: 'Send a code first.',
  },
} as const
