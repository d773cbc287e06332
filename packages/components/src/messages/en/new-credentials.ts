/** What may be wrong with a password or a username that somebody chooses, and what a password needs. */
export const newCredentialMessages = {
  unstable__errors: {
    form_password_length_too_long: 'This password is too long. Use fewer characters.',
    form_password_length_too_short: 'This password is too short. Use more characters.',
    form_password_matches_identifier: 'Your password cannot be your email or username. Choose another one.',
    form_password_no_lowercase: 'Add a lowercase letter.',
    form_password_no_number: 'Add a number.',
    form_password_no_special_char: 'Add a symbol, such as ! or ?.',
    form_password_no_uppercase: 'Add a capital letter.',
    form_password_pwned: 'This password is known from a breach of another site. Choose another one.',
    form_password_size_in_bytes_exceeded: 'This password is too long. Use fewer characters.',
    form_username_invalid_character: 'Use letters, numbers, hyphens and underscores only.',
    form_username_invalid_length: 'Use between {{min_length}} and {{max_length}} characters.',
    form_username_needs_non_number_char: 'Add at least one letter.',
    passwordComplexity: {
      minimumLength: 'At least {{length}} characters',
      maximumLength: 'At most {{length}} characters',
      requireNumbers: 'One number',
      requireLowercase: 'One lowercase letter',
      requireUppercase: 'One capital letter',
      requireSpecialCharacter: 'One symbol',
      breach: 'Not in a known breach (checked next)',
      met: 'done',
      notMet: 'not yet',
    },
  },
} as const
