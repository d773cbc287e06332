import { ApiError } from '../api-error.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import type { Deps } from '../deps.ts'
import { beginCeremony, checkCeremony } from '../passkeys/ceremony.ts'
import { readCredential, type Signed, verifyAssertion } from '../passkeys/verify-credential.ts'
import { findPasskeyByCredential, noteUseOfPasskey } from '../stores/passkey-store.ts'
import type { FactorHandler, FirstFactorHandler } from './strategy-handler.ts'

/** Signing in with a passkey, which says whose it is: nobody has to type an identifier. */
export const passkeyStrategy: FirstFactorHandler = {
  ...passkeyOf('sign_in'),
  leadsTo: 'complete',
  leadsOutOfLock: true,
  async identify(deps, { credential }) {
    return (await findPasskey(deps, readCredential(credential).id)).user_id
  },
}

/** The same of somebody who is signed in. */
export const passkeyAgainStrategy: FactorHandler = passkeyOf('session')

/** A passkey after another first factor, of somebody who is signed in; only where it stands for a second factor. */
export const secondPasskeyAgainStrategy: FactorHandler = {
  ...passkeyOf('second_factor'),
  isEnabled: ({ passkey }) => passkey.enabled && passkey.satisfiesSecondFactor,
}

function passkeyOf(
  owner: 'sign_in' | 'session' | 'second_factor',
): Pick<FactorHandler, 'isEnabled' | 'attempt'> & Required<Pick<FactorHandler, 'prepare'>> {
  return {
    isEnabled: ({ passkey }) => passkey.enabled,
    async prepare(deps, { signIn }, { origin }) {
      await beginCeremony(deps, {
        ...{ owner, ownerId: signIn.id, userId: null, origin },
        // Every passkey is kept with its account by the authenticator, so nobody is told which ones an account has (S15).
        optionsOf: ({ challenge, rpId, timeout }) => ({
          ...{ challenge, timeout, rpId, allowCredentials: [], userVerification: 'required' },
        }),
      })
    },
    async attempt(deps, { signIn, account }, given) {
      const { id, credential } = readCredential(given.credential)
      const passkey = await findPasskey(deps, id)
      if (passkey.user_id !== account?.user.id) throw new ApiError('passkey_not_registered')
      const { answer, consume } = await checkCeremony(deps, { owner, ownerId: signIn.id }, (expected) =>
        verifyAssertion(credential, passkey, expected),
      )
      return {
        provesBoth: deps.settings.passkey.satisfiesSecondFactor,
        async consume(trx) {
          await consume(trx)
          logRegress(deps, passkey, answer)
          const used = { ...answer, last_used_at: deps.clock.now() }
          if (!(await noteUseOfPasskey(trx, passkey.id, used))) throw new ApiError('passkey_not_registered')
        },
      }
    },
  }
}

async function findPasskey(deps: Deps, credentialId: string): Promise<PasskeyRow> {
  const passkey = await findPasskeyByCredential(deps.db, credentialId)
  if (passkey) return passkey
  throw new ApiError('passkey_not_registered')
}

// Two authenticators may hold one key, or one counts badly: nothing that says which of them is the right one (S41).
function logRegress({ log }: Deps, { id, user_id: userId, counter }: PasskeyRow, answer: Signed): void {
  if (counter === 0 || answer.counter > counter) return
  log.warn(
    { event: 'passkey_counter_regressed', passkeyId: id, userId, counter: answer.counter, before: counter },
    'the counter of a passkey went back',
  )
}
