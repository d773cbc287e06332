/** Texts of the notice that somebody acts as the user. They load with it. */
export const impersonationMessages = {
  impersonationFab: {
    title: 'You act as {{identifier}}',
    action__signOut: 'Stop',
  },
} as const
