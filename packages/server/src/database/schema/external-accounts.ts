import type { Selectable } from 'kysely'

/** Accounts of people at providers, each known by what the provider calls it and never by an address (S43). */
export type ExternalAccountTable = {
  id: string
  user_id: string
  /** Strategy of the provider, such as `oauth_google`. */
  provider: string
  /** Null until its owner has come back from the provider. */
  provider_user_id: string | null
  email_address: string | null
  /** 1 when the provider says that the address belongs to its owner. */
  email_verified: number
  first_name: string | null
  last_name: string | null
  username: string | null
  image_url: string | null
  /** Parted by spaces. */
  approved_scopes: string
  /** Access and refresh token, sealed by the vault. */
  tokens_sealed: string | null
  /** Why its owner has to connect it anew. */
  error_code: string | null
  verified_at: number | null
  created_at: number
  updated_at: number
}

export type ExternalAccountRow = Selectable<ExternalAccountTable>

/** One way to a provider and back, of a browser that has begun something; a new one replaces the row. */
export type OAuthFlowTable = {
  id: string
  state_digest: string
  client_id: string
  /** Who is signed in and connects an account. */
  user_id: string | null
  owner: 'sign_in' | 'sign_up' | 'external_account'
  owner_id: string
  /** Strategy of the provider. */
  provider: string
  /** Where the browser is sent and what has to come back, sealed by the vault. */
  request_sealed: string
  redirect_url: string
  complete_redirect_url: string | null
  /** `taken` while the provider is asked who came back: a state counts once (S42). */
  status: 'unverified' | 'taken' | 'verified' | 'transferable' | 'failed'
  /** JSON text */
  error: string | null
  /** Who came back, sealed by the vault, as long as nobody here is that person. */
  identity_sealed: string | null
  created_at: number
  expire_at: number
}

export type OAuthFlowRow = Selectable<OAuthFlowTable>
