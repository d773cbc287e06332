/** English texts of Waitlist. */
export const waitlistMessages = {
  waitlist: {
    start: {
      title: 'Join the waitlist',
      subtitle: 'We write to you as soon as there is room in {{applicationName}}',
      formButton: 'Join the waitlist',
      actionText: 'Have an account?',
      actionLink: 'Sign in',
    },
    success: {
      title: 'You are on the list',
      subtitle: 'We write to you as soon as there is room in {{applicationName}}',
    },
  },
} as const
