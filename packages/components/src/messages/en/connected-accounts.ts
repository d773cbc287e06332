import { ssoMessages } from './sso.ts'

/** Texts of the accounts elsewhere, in the profile. */
export const connectedAccountMessages = {
  userProfile: {
    start: {
      connectedAccountsSection: {
        title: 'Connected accounts',
        subtitle: 'Use any of them to sign in.',
        primaryButton: 'Connect account',
        primaryButton__short: 'Connect',
        empty: 'No connected accounts yet.',
        emptyAction: 'Connect one',
        actionLabel__connectionFailed: 'Try again',
        actionLabel__reauthorize: 'Reconnect',
        badge__reconnect: 'Not working',
        fact__connected: 'Connected',
        fact__lacksPermission: 'Has to be allowed more',
        destructiveActionTitle: 'Disconnect',
      },
    },
    connectedAccountPage: {
      title: 'Connect an account',
      formHint: 'You are taken there to sign in, and back here.',
      removeResource: {
        title: 'Disconnect {{provider}}?',
        messageLine1: 'You cannot sign in with it any more.',
        messageLine2: 'What it has given to your profile stays.',
        successMessage: '{{provider}} is disconnected.',
      },
    },
  },
  unstable__errors: {
    ...ssoMessages.unstable__errors,
    external_account_missing_refresh_token: 'Connect it again to go on using it here.',
    oauth_access_denied: 'It was not connected: you did not sign in there.',
    oauth_fetch_user_error: 'It was not connected: we could not read who you are there.',
    oauth_provider_unavailable: 'It does not answer at the moment. Try again in a minute.',
    oauth_token_exchange_error: 'It was not connected: it did not confirm that it was you.',
    signed_out: 'It was not connected: you were signed out here meanwhile.',
  },
} as const
