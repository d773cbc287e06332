/** Texts of the dialog that asks for a new proof of who somebody is. They load with it. */
export const reverificationMessages = {
  formFieldLabel__backupCode: 'Backup code',
  totpHint: 'It changes every 30 seconds.',
  reverification: {
    password: {
      title: 'Confirm it is you',
      subtitle: 'Enter your password to go on',
    },
    emailCode: {
      title: 'Confirm it is you',
      subtitle: 'Enter the code that we sent to {{identifier}}',
    },
    phoneCode: {
      title: 'Confirm it is you',
      subtitle: 'Enter the code that we sent to {{identifier}}',
    },
    totpMfa: {
      title: 'Confirm it is you',
      subtitle: 'Enter the code that your authenticator app shows for {{applicationName}}',
    },
    phoneCodeMfa: {
      title: 'Confirm it is you',
      subtitle: 'For the second step, enter the code that we sent to {{identifier}}',
    },
    backupCodeMfa: {
      title: 'Confirm it is you',
      subtitle: 'Enter one of the backup codes that you saved. Each works once.',
    },
    passkey: {
      title: 'Confirm it is you',
      subtitle: 'Use your passkey to go on',
      blockButton__passkey: 'Use your passkey',
    },
    alternativeMethods: {
      title: 'Use another method',
      subtitle: 'Pick how to confirm that it is you',
      blockButton__password: 'Password',
      blockButton__emailCode: 'Email a code to {{identifier}}',
      blockButton__phoneCode: 'Text a code to {{identifier}}',
      blockButton__totp: 'Authenticator app',
      blockButton__passkey: 'Passkey',
      blockButton__backupCode: 'Backup code',
    },
    noAvailableMethods: {
      title: 'We cannot confirm that it is you',
      subtitle: 'This account has no method to confirm with',
      message: 'Sign out and sign in again. Then you have ten minutes for this change.',
    },
    loading: {
      title: 'Confirm it is you',
    },
  },
} as const
