/** Texts of UserButton. */
export const userButtonMessages = {
  userButton: {
    label: 'Account: {{name}}',
    action__manageAccount: 'Manage account',
    action__signOut: 'Sign out',
    action__signOutAll: 'Sign out of all accounts',
    action__addAccount: 'Add account',
    action__switch: 'Switch',
    title__otherAccounts: 'Other accounts',
  },
} as const
