/** Texts of signing in with accounts elsewhere. They load with the buttons of the providers. */
export const ssoMessages = {
  socialButtonsBlockButton: 'Continue with {{provider}}',
  socialButtonsBlockButtonManyInView: '{{provider}}',
  ssoCallback__title: 'This did not work',
  ssoCallback__subtitle: 'You are not signed in yet',
  ssoCallback__back: 'Go back',
  unstable__errors: {
    external_account_exists: 'This account belongs to somebody who is here already. Sign in with it.',
    external_account_not_found: 'Nobody has signed up with this account yet.',
    external_account_mismatch: 'That was another account. Choose the same one as before.',
    external_account_missing_refresh_token: 'This account has to be connected again.',
    identification_claimed: 'This account is connected to somebody else here.',
    oauth_access_denied: 'You were not signed in there. Try again, or choose another way.',
    oauth_fetch_user_error: 'We could not read who you are there. Try again, or choose another way.',
    oauth_provider_unavailable: 'It does not answer at the moment. Try again, or choose another way.',
    oauth_token_exchange_error: 'It did not confirm that it was you. Try again, or choose another way.',
  },
} as const
