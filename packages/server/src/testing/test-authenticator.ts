import { fromBase64Url, toBase64Url, utf8 } from '../tokens/encoding.ts'
import { encodeCbor } from './encode-cbor.ts'

/** What an authenticator or a page may get wrong, or do on purpose. */
export type Misdeeds = {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  crossOrigin?: boolean
  isVerified?: boolean
  isPresent?: boolean
  counter?: number
  userHandle?: string
  /** In place of a new credential id. */
  id?: string
  /** In place of no statement about the make of the authenticator. */
  statement?: { fmt: string; attStmt: Map<string, unknown> }
}

/** A passkey that the authenticator made. */
export type TestPasskey = { id: string; rpId: string; userHandle: string }

/** An authenticator in software: it makes real keys and real signatures. */
export type TestAuthenticator = {
  /** Its passkeys, the oldest first. */
  passkeys: readonly TestPasskey[]
  /** What a page sends to a server that gave it this nonce for a new passkey. */
  create(nonce: string, misdeeds?: Misdeeds): Promise<string>
  /** The same for signing in, with the newest passkey. */
  get(nonce: string, misdeeds?: Misdeeds): Promise<string>
}

type Key = TestPasskey & { pair: CryptoKeyPair; counter: number }
type CreationOptions = { challenge: string; rp: { id: string }; user: { id: string } }
type RequestOptions = { challenge: string; rpId: string }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const flag = { present: 0x01, verified: 0x04, hasCredential: 0x40 }

/**
 * Makes an authenticator.
 * @param origin of the page that it is asked by
 */
export function createTestAuthenticator(origin = 'http://localhost:5173'): TestAuthenticator {
  const keys: Key[] = []
  return {
    passkeys: keys,
    async create(nonce, misdeeds = {}) {
      const { challenge, rp, user }: CreationOptions = JSON.parse(nonce)
      const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
      const { id = toBase64Url(crypto.getRandomValues(new Uint8Array(32))), counter = 0 } = misdeeds
      keys.push({ id, rpId: rp.id, userHandle: user.id, pair, counter })
      const rawId = fromBase64Url(id)
      const authData = join(
        await authenticatorData({ rpId: rp.id, flags: flag.hasCredential, counter }, misdeeds),
        new Uint8Array(16),
        new Uint8Array([0, rawId.length]),
        rawId,
        await toCose(pair.publicKey),
      )
      const { fmt, attStmt } = misdeeds.statement ?? { fmt: 'none', attStmt: new Map() }
      const attestation = encodeCbor(new Map<string, unknown>(Object.entries({ fmt, attStmt, authData })))
      return credential(id, {
        clientDataJSON: clientData('webauthn.create', challenge, { origin, ...misdeeds }),
        attestationObject: toBase64Url(attestation),
        transports: ['internal', 'made-up'],
      })
    },
    async get(nonce, misdeeds = {}) {
      const { challenge, rpId }: RequestOptions = JSON.parse(nonce)
      const key = keys.at(-1)
      if (!key) throw new Error('This authenticator has no passkey.')
      if (key.counter > 0) key.counter += 1
      const authData = await authenticatorData({ rpId, flags: 0, counter: key.counter }, misdeeds)
      const clientDataJSON = clientData('webauthn.get', challenge, { origin, ...misdeeds })
      const signed = join(authData, await sha256(fromBase64Url(clientDataJSON)))
      const raw = await crypto.subtle.sign({ ...algorithm, hash: 'SHA-256' }, key.pair.privateKey, signed)
      return credential(key.id, {
        clientDataJSON,
        authenticatorData: toBase64Url(authData),
        signature: toBase64Url(toDer(new Uint8Array(raw))),
        userHandle: misdeeds.userHandle ?? key.userHandle,
      })
    },
  }
}

async function authenticatorData(
  { rpId, flags, counter }: { rpId: string; flags: number; counter: number },
  misdeeds: Misdeeds,
): Promise<Uint8Array<ArrayBuffer>> {
  const { isPresent = true, isVerified = true } = misdeeds
  const tail = new DataView(new ArrayBuffer(5))
  tail.setUint8(0, flags | (isPresent ? flag.present : 0) | (isVerified ? flag.verified : 0))
  tail.setUint32(1, misdeeds.counter ?? counter)
  return join(await sha256(utf8(misdeeds.rpId ?? rpId)), new Uint8Array(tail.buffer))
}

function clientData(type: string, challenge: string, misdeeds: Misdeeds): string {
  const { origin, crossOrigin = false } = misdeeds
  const said = { type: misdeeds.type ?? type, challenge: misdeeds.challenge ?? challenge }
  return toBase64Url(utf8(JSON.stringify({ ...said, origin, crossOrigin })))
}

const credential = (id: string, response: object): string =>
  JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })

async function toCose(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  const members = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, fromBase64Url(x)],
    [-3, fromBase64Url(y)],
  ] as const
  return encodeCbor(new Map<number, unknown>(members))
}

// WebCrypto gives both numbers side by side, an authenticator a sequence of two integers.
function toDer(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const integer = (bytes: Uint8Array) => {
    const short = bytes.slice(bytes.findIndex((byte) => byte !== 0))
    const padded = (short[0] ?? 0) > 127 ? [0, ...short] : [...short]
    return [2, padded.length, ...padded]
  }
  const body = [...integer(raw.slice(0, 32)), ...integer(raw.slice(32))]
  return new Uint8Array([0x30, body.length, ...body])
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => [...part]))
