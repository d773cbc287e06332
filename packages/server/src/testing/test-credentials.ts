import { fromBase64Url, toBase64Url } from '../tokens/encoding.ts'
import type { TestAuthenticator } from './test-authenticator.ts'

/** `navigator.credentials` in front of a test authenticator, and the person who sits there. */
export type TestCredentials = {
  create(options: CredentialCreationOptions): Promise<Credential>
  get(options: CredentialRequestOptions): Promise<Credential>
  /** Puts it into this page; undone by what comes back. */
  install(): () => void
  /** The person takes the passkey that a field offers. */
  pick(): void
  /** Whether a field offers passkeys now. */
  readonly isOffering: boolean
  /** What the person does when the device asks next: refuse it, as with a press of Cancel. */
  refuseNext(): void
}

/** Puts an authenticator behind what stands in the place of `navigator.credentials`. */
export function createTestCredentials(authenticator: TestAuthenticator): TestCredentials {
  let picked: (() => void) | null = null
  let refusals = 0
  const refuse = () => {
    if (refusals === 0) return
    refusals -= 1
    throw new DOMException('The operation either timed out or was not allowed.', 'NotAllowedError')
  }
  const offer = (signal: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      picked = resolve
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    }).finally(() => {
      picked = null
    })
  const credentials: TestCredentials = {
    install: () => install(credentials),
    get isOffering() {
      return picked !== null
    },
    pick: () => picked?.(),
    refuseNext: () => {
      refusals += 1
    },
    async create({ publicKey }) {
      refuse()
      const has = (publicKey?.excludeCredentials ?? []).map(({ id }) => toText(id))
      if (authenticator.passkeys.some(({ id }) => has.includes(id)))
        throw new DOMException('The authenticator was previously registered.', 'InvalidStateError')
      return toCredential(await authenticator.create(toJson(publicKey)))
    },
    async get({ publicKey, mediation, signal }) {
      if (mediation === 'conditional') await offer(signal)
      refuse()
      return toCredential(await authenticator.get(toJson(publicKey)))
    },
  }
  return credentials
}

// The class stands for a browser that can do it all.
function install(credentials: TestCredentials): () => void {
  const given = [
    [navigator, 'credentials', credentials],
    [globalThis, 'PublicKeyCredential', { isConditionalMediationAvailable: async () => true }],
  ] as const
  const undo = given.map(([owner, name, value]) => {
    const before = Object.getOwnPropertyDescriptor(owner, name)
    Object.defineProperty(owner, name, { configurable: true, writable: true, value })
    return () => {
      if (before) Object.defineProperty(owner, name, before)
      else Reflect.deleteProperty(owner, name)
    }
  })
  return () => {
    for (const back of undo) back()
  }
}

const toText = (bytes: BufferSource) =>
  toBase64Url(ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes))

const toJson = (options: object | undefined): string =>
  JSON.stringify(options, (_, value) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? toText(value as BufferSource) : value,
  )

// What is binary in a credential has names of its own.
const binary = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']

function toCredential(json: string): Credential {
  const { id, response, ...rest } = JSON.parse(json)
  const parts = Object.entries(response).map(([name, value]) => [
    name,
    binary.includes(name) ? fromBase64Url(String(value)).buffer : value,
  ])
  const own = { ...Object.fromEntries(parts), getTransports: () => response.transports ?? [] }
  return {
    ...{ ...rest, id, rawId: fromBase64Url(id).buffer, response: own },
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({}),
  } as unknown as Credential
}
