/** Texts of two-step verification in UserProfile. They load with its section. */
export const secondFactorMessages = {
  badge__default: 'Default',
  badge__on: 'On',
  userProfile: {
    start: {
      mfaSection: {
        title: 'Two-step verification',
        subtitle: 'A second proof after your password.',
        primaryButton: 'Add two-step verification',
        primaryButton__short: 'Add',
        empty: 'Your first proof is enough to sign in.',
        emptyAction: 'Add a second one',
        phoneCode: {
          headerTitle: 'Text message',
          actionLabel__setDefault: 'Ask this one first',
          destructiveActionLabel: 'Turn off',
        },
        totp: {
          headerTitle: 'Authenticator app',
          fact: 'Codes that change every 30 seconds',
          destructiveActionTitle: 'Turn off',
        },
        backupCodes: {
          headerTitle: 'Backup codes',
          actionLabel__regenerate: 'Make new codes',
          left: '{{count}} of 10 left',
          none: 'None left',
          createdAt: "Made on {{ date | longDate('en-US') }}",
        },
      },
    },
    mfaPage: {
      title: 'Add two-step verification',
      formHint: 'Choose what you are asked for after your password.',
      successMessage: 'Two-step verification is on.',
      removedMessage: 'It is turned off.',
      defaultMessage: 'You are asked for this one first now.',
    },
    mfaTOTPPage: {
      title: 'Add an authenticator app',
      subtitle: 'Any app that shows 6-digit codes will do.',
      scan: 'Scan the picture, or type this key',
      verify: 'Type the code that the app shows',
      picture: 'QR code of the key below',
      copyKey: 'Copy',
      copied: 'Copied.',
      turnOn: 'Turn on',
      removeResource: {
        title: 'Turn the authenticator app off?',
        messageLine1: 'Its codes will no longer be asked for when you sign in.',
        messageLine2: 'Your account may be less safe.',
      },
    },
    mfaPhoneCodePage: {
      title: 'Add codes by text message',
      subtitle: 'Choose a number. From then on it is not asked for first.',
      fact: 'A code to your phone',
      newNumber: 'Another number',
      removeResource: {
        title: 'Turn codes to {{identifier}} off?',
        messageLine1: 'They will no longer be asked for when you sign in.',
        messageLine2: 'Your account may be less safe.',
      },
    },
    backupCodePage: {
      title__codelist: 'Save your backup codes',
      subtitle__codelist: 'Keep them where you find them without your phone. You see them this once.',
      title__regenerate: 'Make new backup codes?',
      infoText__regenerate: 'The old ones stop working.',
      successMessage: 'New backup codes are made.',
      actionLabel__copy: 'Copy',
      actionLabel__copied: 'Copied.',
      actionLabel__download: 'Download',
      actionLabel__print: 'Print',
      saved: 'I saved these codes',
      finish: 'Done',
    },
  },
  unstable__errors: {
    backup_codes_not_available: 'Set up another second step first.',
    totp_already_enabled: 'You have an authenticator app already. Turn it off to set up another one.',
  },
} as const
