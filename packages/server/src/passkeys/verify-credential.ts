import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { ApiError } from '../api-error.ts'
import type { PasskeyRow } from '../database/schema/passkeys.ts'
import { fromBase64, toBase64 } from '../tokens/encoding.ts'
import type { Expected } from './ceremony.ts'

const paramName = 'public_key_credential'

/** What is kept of a new passkey. */
export type NewCredential = Pick<
  PasskeyRow,
  'credential_id' | 'public_key' | 'counter' | 'transports' | 'backed_up'
>

/** What a passkey says of itself each time it signs. */
export type Signed = Pick<PasskeyRow, 'counter' | 'backed_up'>

/** Reads the JSON text of a credential and its id; throws a 422 when there is none. */
export function readCredential(text: string | undefined): { id: string; credential: unknown } {
  if (!text) throw new ApiError('form_param_nil', { paramName })
  const credential = parse(text)
  const id = (credential as { id?: unknown } | null)?.id
  if (typeof id === 'string' && /^[\w-]{1,1400}$/.test(id)) return { id, credential }
  throw new ApiError('form_param_format_invalid', { paramName })
}

/** Checks what `navigator.credentials.create()` gave: this challenge, this page, and that the person was verified (S41). */
export async function verifyNewCredential(credential: unknown, expected: Expected): Promise<NewCredential> {
  const given = credential as RegistrationResponseJSON
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const withoutStatement = await dropStatement(given)
  const { verified, registrationInfo } = await orRefuse(async () => {
    await refuseOtherFrames(given)
    return verifyRegistrationResponse({ response: withoutStatement, ...toOptions(expected) })
  })
  if (!verified) throw refusal()
  const { id, publicKey, counter } = registrationInfo.credential
  return {
    credential_id: id,
    public_key: toBase64(publicKey),
    counter,
    transports: JSON.stringify(readTransports(given.response.transports)),
    backed_up: registrationInfo.credentialBackedUp ? 1 : 0,
  }
}

/** Checks what `navigator.credentials.get()` gave against the passkey that it names (S41). */
export async function verifyAssertion(
  credential: unknown,
  { credential_id: id, public_key, user_id }: PasskeyRow,
  expected: Expected,
): Promise<Signed> {
  const response = credential as AuthenticationResponseJSON
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { verified, authenticationInfo } = await orRefuse(async () => {
    await refuseOtherFrames(response)
    await refuseOtherUser(response, user_id)
    return verifyAuthenticationResponse({
      response,
      ...toOptions(expected),
      // How far the counter has come is judged by whoever keeps it.
      credential: { id, publicKey: fromBase64(public_key), counter: 0 },
    })
  })
  if (!verified) throw refusal()
  return {
    counter: authenticationInfo.newCounter,
    backed_up: authenticationInfo.credentialBackedUp ? 1 : 0,
  }
}

const toOptions = ({ challenge, origin, rpId }: Expected) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: rpId,
  requireUserVerification: true,
})

// Nobody asked which make of authenticator it is. Checking a statement would fetch addresses that it names itself.
async function dropStatement(given: RegistrationResponseJSON): Promise<RegistrationResponseJSON> {
  const { decodeAttestationObject, isoBase64URL, isoCBOR } = await import('@simplewebauthn/server/helpers')
  return orRefuse(async () => {
    const attestation = decodeAttestationObject(isoBase64URL.toBuffer(given.response.attestationObject))
    const none = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', attestation.get('authData')],
    ])
    const attestationObject = isoBase64URL.fromBuffer(isoCBOR.encode(none))
    return { ...given, response: { ...given.response, attestationObject } }
  })
}

// A page of somebody else around ours could steer what the person clicks at.
async function refuseOtherFrames({ response }: { response: { clientDataJSON: string } }): Promise<void> {
  const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers')
  if (decodeClientDataJSON(response.clientDataJSON).crossOrigin) throw refusal()
}

async function refuseOtherUser({ response }: AuthenticationResponseJSON, userId: string): Promise<void> {
  const { isoBase64URL } = await import('@simplewebauthn/server/helpers')
  const { userHandle } = response
  if (userHandle && isoBase64URL.toUTF8String(userHandle) !== userId) throw refusal()
}

function readTransports(given: unknown): string[] {
  const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']
  return Array.isArray(given) ? known.filter((name) => given.includes(name)) : []
}

// The library throws at whatever does not fit, malformed or wrong.
async function orRefuse<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch {
    throw refusal()
  }
}

const refusal = () => new ApiError('passkey_verification_failed')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
