import type { JwksJSON } from '@usher/protocol'

/** The signing keys of the instance; the newest signs, the others are still published. */
export type KeySet = {
  /** The key that signs now. Cached in memory; read again when another process may have rotated it. */
  current(): Promise<{ kid: string; privateKey: CryptoKey }>
  jwks(): Promise<JwksJSON>
}
