/** Texts of what somebody has to do before the session counts. They load with it. */
export const taskMessages = {
  taskResetPassword: {
    title: 'Choose a new password',
    subtitle: 'Others may know the one that you have',
    formButtonPrimary: 'Save and continue',
    signOut: {
      actionText: 'You are <bold>{{identifier}}</bold>',
      actionLink: 'Sign out',
    },
  },
  taskSetupMfa: {
    start: {
      title: 'Add a second step',
      subtitle: 'Everybody at {{applicationName}} proves twice who they are',
      methodSelection: {
        totp: 'Authenticator app',
        phoneCode: 'Text message',
      },
    },
    totpCode: {
      title: 'Add an authenticator app',
      addAuthenticatorApp: {
        infoText__ableToScan: 'Any app that shows 6-digit codes will do',
      },
    },
    smsCode: {
      title: 'Add codes by text message',
      subtitle: 'From then on this number is not asked for first',
      verifyPhone: {
        title: 'Verify your number',
        subtitle: 'Enter the code that we sent to {{identifier}}',
      },
    },
    signOut: {
      actionText: 'You are <bold>{{identifier}}</bold>',
      actionLink: 'Sign out',
    },
  },
} as const
