import type { Following } from './passkeys.ts'

const load = () => import('./passkeys.ts')

/** What a person can do with a passkey in a sign-in. `isAnyone`: nobody was named yet. */
export const passkeyActions = ({ isAnyone, ...given }: Following & { isAnyone: boolean }) => ({
  submitPasskey: () =>
    given.submit(async (resume) =>
      given.follow(await (await load()).signInWithPasskey(given.signIn(), isAnyone), resume),
    ),
  /** Goes on by itself while the first step is on screen. */
  offerPasskeys: async (signal: AbortSignal) => (await load()).offerPasskeys(given, signal),
})
