import type { Selectable } from 'kysely'

export type SigningKeyTable = {
  kid: string
  /** JWK text of the private key, sealed by the vault. */
  private_jwk_sealed: string
  /** JWK text */
  public_jwk: string
  created_at: number
  /** Null while the key signs; later the time after which it is forgotten. */
  retire_at: number | null
  /** 1 for the key that an empty database began with; null for every later one. */
  is_first: 1 | null
}

export type SigningKeyRow = Selectable<SigningKeyTable>

/** Secret keys of backends: the key itself is shown once and never kept. */
export type SecretKeyTable = { id: string; key_digest: string; created_at: number; revoked_at: number | null }
