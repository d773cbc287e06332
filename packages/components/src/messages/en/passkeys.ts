/** Texts of passkeys in UserProfile. They load with its section. */
export const passkeyMessages = {
  badge__synced: 'Synced',
  formFieldLabel__passkeyName: 'Name',
  unstable__errors: {
    passkey_already_exists: 'This device has a passkey of this account already.',
  },
  userProfile: {
    start: {
      passkeysSection: {
        title: 'Passkeys',
        primaryButton: 'Add passkey',
        primaryButton__short: 'Add',
        empty: 'No passkeys yet.',
        emptyAction: 'Add one',
        notSupported: 'This browser cannot make one.',
        fact__used: 'Used {{time}}',
        fact__unused: 'Not used yet',
        fact__added: "Added {{ date | longDate('en-US') }}",
        menuAction__rename: 'Rename',
        menuAction__destructive: 'Remove',
      },
    },
    passkeyScreen: {
      title__rename: 'Rename this passkey',
      subtitle__rename: 'A name by which you know it again.',
      addedMessage: 'Your passkey is added.',
      renamedMessage: 'Your passkey has its new name.',
      removedMessage: 'Your passkey is removed.',
      removeResource: {
        title: 'Remove this passkey?',
        messageLine1: 'You will not be able to sign in with {{name}} any more.',
        messageLine2: 'The device may still show it. Remove it there, too.',
      },
    },
  },
} as const
