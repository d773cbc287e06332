/** Texts of passkeys and of the second step of signing in. They load with the steps that nobody starts with. */
export const secondStepMessages = {
  unstable__errors: {
    totp_not_enabled: 'This account has no authenticator app. Use another method.',
  },
  formFieldLabel__backupCode: 'Backup code',
  totpHint: 'It changes every 30 seconds.',
  signIn: {
    newDeviceVerificationNotice: 'You have not signed in on this device before, so we check that it is you.',
    alternativeMethods: {
      blockButton__passkey: 'Passkey',
      blockButton__passkey_fact: 'Face, fingerprint or PIN',
      blockButton__totp: 'Authenticator app',
      blockButton__totp_fact: 'The code that it shows now',
      blockButton__backupCode: 'Backup code',
      blockButton__backupCode_fact: 'One of those that you saved',
    },
  },
} as const
