import type { PasskeyJSON, SignInJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { ClerkRuntimeError } from '../transport/errors.ts'
import { isWebAuthnAutofillSupported } from './support.ts'
import { createCredential, getCredential } from './web-authn.ts'

export type AuthenticateWithPasskeyParams = {
  /**
   * `autofill`: offered where the identifier is typed in, `discoverable`: in a dialog of the device; both for whoever
   * the passkey belongs to. Without it for whom the sign-in is for.
   */
  flow?: 'autofill' | 'discoverable' | undefined
  /** Ends the wait for the person; ours, beside Clerk's names. */
  signal?: AbortSignal | undefined
}

const strategy = 'passkey'

/** Makes a passkey on this device and has the server keep it. */
export async function createPasskey({ transport }: Api): Promise<PasskeyJSON> {
  const { id, verification } = await transport.call<PasskeyJSON>('/me/passkeys', { method: 'POST' })
  const publicKeyCredential = await createCredential(verification?.nonce ?? null)
  const fields = { strategy, publicKeyCredential }
  return transport.call(`/me/passkeys/${id}/attempt_verification`, { method: 'POST', fields })
}

/** Signs in with a passkey: asks the server for a challenge, the device for an answer, and hands that in. */
export async function authenticateWithPasskey(
  { transport }: Api,
  signInId: string | undefined,
  { flow, signal }: AuthenticateWithPasskeyParams = {},
): Promise<SignInJSON> {
  const path = '/client/sign_ins'
  if (!flow && !signInId)
    throw new ClerkRuntimeError('There is no open sign-in. Begin one, or name a flow.', {
      code: 'no_open_sign_in',
    })
  const begin = flow ? path : `${path}/${signInId}/prepare_first_factor`
  const begun = await transport.call<SignInJSON>(begin, { method: 'POST', fields: { strategy }, signal })
  const isConditional = flow === 'autofill' && (await isWebAuthnAutofillSupported())
  const nonce = begun.first_factor_verification?.nonce ?? null
  const publicKeyCredential = await getCredential(nonce, { isConditional, signal })
  const fields = { strategy, publicKeyCredential }
  return transport.call(`${path}/${begun.id}/attempt_first_factor`, { method: 'POST', fields })
}
