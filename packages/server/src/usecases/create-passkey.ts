import { ApiError } from '../api-error.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import type { VerificationRow } from '../database/schema/verifications.ts'
import type { Deps } from '../deps.ts'
import { nameDevice } from '../devices/describe-device.ts'
import { beginCeremony } from '../passkeys/ceremony.ts'
import { toBase64Url, utf8 } from '../tokens/encoding.ts'
import { createId } from '../tokens/id.ts'
import type { Caller } from './caller.ts'
import { knownAs } from './known-as.ts'
import { readUser } from './read-user.ts'

/** A passkey that is being made: it is kept once its authenticator has answered. */
export type BegunPasskey = { id: string; name: string; ceremony: VerificationRow }

/** Begins to make a passkey, for whoever is signed in. */
export async function createPasskey(
  deps: Deps,
  { caller, origin }: { caller: Caller; origin: string | null },
): Promise<BegunPasskey> {
  if (!deps.settings.passkey.enabled) throw new ApiError('feature_not_enabled')
  const view = await readUser(deps, caller.session.user_id)
  const { user, passkeys } = view
  const id = createId(deps.random, 'pk')
  const name = knownAs(view)
  const displayName = [user.first_name, user.last_name].filter(Boolean).join(' ') || name
  const ceremony = await beginCeremony(deps, {
    ...{ owner: 'passkey', ownerId: id, userId: user.id, origin },
    optionsOf: ({ challenge, rpId, timeout }) => ({
      challenge,
      timeout,
      rp: { id: rpId, name: deps.settings.applicationName },
      user: { id: toBase64Url(utf8(user.id)), name, displayName },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: passkeys.map(toDescriptor),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
    }),
  })
  return { id, name: nameDevice(caller.device), ceremony }
}

/** EdDSA, ES256 and RS256, the best first. */
const algorithms = [-8, -7, -257]

const toDescriptor = ({ credential_id: id, transports }: PasskeyRow) => ({
  ...{ id, type: 'public-key', transports: JSON.parse(transports) },
})
