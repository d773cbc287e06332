import { ClerkRuntimeError } from '../transport/errors.ts'
import { isWebAuthnSupported } from './support.ts'

let underWay: AbortController | null = null

/**
 * Has the device make a passkey for what the server gave as nonce; resolves to the JSON text that the server takes.
 * Rejects with a `ClerkRuntimeError` whose code says why: `passkey_registration_cancelled` and so on.
 */
export const createCredential = (nonce: string | null): Promise<string> =>
  hold('registration', undefined, async (signal) => {
    const { challenge, user, excludeCredentials = [], ...options } = readNonce<CreationOptions>(nonce)
    const publicKey = {
      ...options,
      challenge: toBytes(challenge),
      user: { ...user, id: toBytes(user.id) },
      excludeCredentials: excludeCredentials.map(withBytes),
    }
    return navigator.credentials.create({
      publicKey: publicKey as PublicKeyCredentialCreationOptions,
      signal,
    })
  })

/** The same for signing in with one: in a dialog of the device, or `conditional` where a field offers it. */
export const getCredential = (
  nonce: string | null,
  { isConditional, signal: given }: { isConditional: boolean; signal?: AbortSignal | undefined },
): Promise<string> =>
  hold('retrieval', given, async (signal) => {
    const { challenge, allowCredentials = [], ...options } = readNonce<RequestOptions>(nonce)
    const publicKey = {
      ...options,
      challenge: toBytes(challenge),
      allowCredentials: allowCredentials.map(withBytes),
    }
    return navigator.credentials.get({
      publicKey: publicKey as PublicKeyCredentialRequestOptions,
      signal,
      ...(isConditional && { mediation: 'conditional' as const }),
    })
  })

type CreationOptions = PublicKeyCredentialCreationOptionsJSON
type RequestOptions = PublicKeyCredentialRequestOptionsJSON & { challenge: string }
type Moment = 'registration' | 'retrieval'

// A page may ask for one thing at a time: what was asked before gives way.
async function hold(
  moment: Moment,
  given: AbortSignal | undefined,
  ask: (signal: AbortSignal) => Promise<Credential | null>,
): Promise<string> {
  if (!isWebAuthnSupported()) throw fault('passkey_not_supported', 'Passkeys do not work in this browser.')
  underWay?.abort()
  const own = new AbortController()
  underWay = own
  try {
    given?.addEventListener('abort', () => own.abort())
    if (given?.aborted) own.abort()
    const credential = await ask(own.signal)
    if (credential) return serialize(credential as PublicKeyCredential)
    throw fault(`passkey_${moment}_failed`, failed)
  } catch (error) {
    throw toFault(moment, error)
  } finally {
    if (underWay === own) underWay = null
  }
}

const failed = 'The passkey did not work. Try again, or use another way.'

const cancelled = {
  registration: 'No passkey was added: it was cancelled, or took too long.',
  retrieval: 'Your passkey was not used: it was cancelled, or took too long.',
}

function toFault(moment: Moment, error: unknown): unknown {
  const { name } = Object(error) as { name?: unknown }
  if (error instanceof ClerkRuntimeError) return error
  if (name === 'NotAllowedError') return fault(`passkey_${moment}_cancelled`, cancelled[moment], error)
  if (name === 'InvalidStateError')
    return fault('passkey_already_exists', 'This device has a passkey of this account already.', error)
  if (name === 'AbortError') return fault('passkey_operation_aborted', cancelled[moment], error)
  if (name === 'SecurityError')
    return fault('passkey_invalid_rpID_or_domain', 'Passkeys do not work at this address.', error)
  return fault(`passkey_${moment}_failed`, failed, error)
}

const fault = (code: string, message: string, cause?: unknown) =>
  new ClerkRuntimeError(message, { code, cause })

// The browser reads it, and says when something is missing.
const readNonce = <Options>(nonce: string | null): Options => JSON.parse(nonce ?? '')

const withBytes = <Descriptor extends { id: string }>(descriptor: Descriptor) => ({
  ...descriptor,
  id: toBytes(descriptor.id),
})

function serialize({ id, rawId, type, authenticatorAttachment, response }: PublicKeyCredential): string {
  const { attestationObject } = response as AuthenticatorAttestationResponse
  const parts = attestationObject
    ? { attestationObject: toText(attestationObject), transports: transportsOf(response) }
    : partsOf(response as AuthenticatorAssertionResponse)
  const clientDataJSON = toText(response.clientDataJSON)
  const said = { clientDataJSON, ...parts }
  return JSON.stringify({ id, rawId: toText(rawId), type, authenticatorAttachment, response: said })
}

const partsOf = ({ authenticatorData, signature, userHandle }: AuthenticatorAssertionResponse) => ({
  authenticatorData: toText(authenticatorData),
  signature: toText(signature),
  userHandle: userHandle ? toText(userHandle) : null,
})

// Not every browser tells.
const transportsOf = (response: AuthenticatorResponse) =>
  (response as Partial<AuthenticatorAttestationResponse>).getTransports?.() ?? []

const toBytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const toText = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
