/** Texts of SignIn. */
export const signInMessages = {
  signIn: {
    start: {
      title: 'Sign in to {{applicationName}}',
      subtitle: 'Continue to {{host}}',
      titleCombined: 'Continue to {{applicationName}}',
      subtitleCombined: 'Sign in, or create an account',
      actionText: 'New to {{applicationName}}?',
      actionLink: 'Create an account',
      actionText__join_waitlist: 'New to {{applicationName}}?',
      actionLink__join_waitlist: 'Join the waitlist',
      actionLink__use_passkey: 'Use a passkey instead',
    },
    accountSwitcher: {
      title: 'Choose an account',
      subtitle: 'To go on to {{applicationName}}',
      action__addAccount: 'Add account',
      action__signOutAll: 'Sign out of all accounts',
    },
    password: {
      title: 'Enter your password',
      subtitle: 'To sign in to {{applicationName}}',
      actionLink: 'Use another method',
    },
    emailCode: {
      title: 'Check your email',
      subtitle: 'Enter the code to sign in to {{applicationName}}',
      formTitle: '6-digit code',
      resendButton: 'Send a new code',
      actionText: 'No access to this email?',
    },
    emailLink: {
      title: 'Check your email',
      subtitle: 'Open the link to sign in to {{applicationName}}',
    },
    phoneCode: {
      title: 'Check your phone',
      subtitle: 'Enter the code to sign in to {{applicationName}}',
    },
    passkey: {
      title: 'Use your passkey',
      subtitle: 'To sign in to {{applicationName}}',
    },
    totpMfa: {
      title: 'Open your authenticator app',
      subtitle: 'Enter the code that it shows for {{applicationName}}',
    },
    backupCodeMfa: {
      title: 'Enter a backup code',
      subtitle: 'One of those that you saved. Each works once.',
    },
    alternativeMethods: {
      title: 'Use another method',
      subtitle: 'Pick how to prove it is you',
      actionText: 'None of these work?',
      actionLink: 'Get help',
      blockButton__emailCode: 'Email a code',
      blockButton__emailCode_fact: 'To {{identifier}}',
      blockButton__emailLink: 'Email a link',
      blockButton__phoneCode: 'Text me a code',
      blockButton__phoneCode_fact: 'To {{identifier}}',
      blockButton__password: 'Password',
      blockButton__password_fact: 'The one you chose for {{applicationName}}',
      getHelp: {
        title: 'Get help',
        subtitle: 'When no way in works',
        content: 'Write to us from an address that we know, and say what happened. We will help you back in.',
        blockButton__emailSupport: 'Write to support',
      },
    },
    forgotPassword: {
      title: 'Reset your password',
      subtitle: 'First, the code that we sent you',
      subtitle_email: 'First, the code from your email',
      subtitle_phone: 'First, the code from your phone',
      formTitle: '6-digit code',
      resendButton: 'Send a new code',
    },
    forgotPasswordAlternativeMethods: {
      title: 'Forgot your password?',
      subtitle: 'We send you a code to set a new one',
      blockButton__resetPassword: 'Send a code',
      label__alternativeMethods: 'or sign in another way',
    },
    resetPassword: {
      title: 'Set a new password',
      subtitle: 'For {{identifier}}',
      formButtonPrimary: 'Set password',
      successMessage: 'Your new password is set. Signing you in.',
    },
    noAvailableMethods: {
      title: 'There is no way in yet',
      subtitle: 'This account has no method to sign in with',
      message: 'Ask the people who run {{applicationName}} to add one.',
    },
  },
} as const
