/** What is told to somebody who comes back from a provider, or cannot get there. */
export const oauthErrors = {
  external_account_exists: {
    status: 422,
    message: 'already has an account',
    longMessage: 'This account belongs to somebody who has an account here. Sign in with it.',
  },
  external_account_mismatch: {
    status: 422,
    message: 'another account',
    longMessage:
      'That was another account than the one to connect again. Choose the same one at the provider.',
  },
  external_account_missing_refresh_token: {
    status: 422,
    message: 'has to be connected again',
    longMessage: 'The provider gives no new token for this account. Connect it again.',
  },
  external_account_not_found: {
    status: 422,
    message: 'has no account yet',
    longMessage: 'Nobody has signed up with this account. Sign up with it first.',
  },
  identification_claimed: {
    status: 422,
    message: 'belongs to somebody else',
    longMessage: 'This account is connected to another person here. Disconnect it there first.',
  },
  oauth_access_denied: {
    status: 422,
    message: 'access denied',
    longMessage: 'The provider was not allowed to say who you are. Try again.',
  },
  oauth_callback_invalid: {
    status: 400,
    message: 'way back is not known',
    longMessage:
      'This way back from a provider is not known in this browser, or was taken already. Go back to the app and begin again.',
  },
  oauth_fetch_user_error: {
    status: 422,
    message: 'could not be read',
    longMessage:
      'The provider did not say who you are in a way that can be trusted. Try again, or choose another way.',
  },
  oauth_provider_unavailable: {
    status: 503,
    message: 'provider does not answer',
    longMessage: 'The provider does not answer. Wait a moment and try again, or choose another way.',
  },
  oauth_token_exchange_error: {
    status: 422,
    message: 'provider refused',
    longMessage: 'The provider did not confirm that it was you. Try again, or choose another way.',
  },
}
