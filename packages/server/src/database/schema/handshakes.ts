import type { Selectable } from 'kysely'

/** The way of one browser from a page that its backend draws to this server and back. */
export type HandshakeTable = {
  /** Digest of the nonce that the browser carries back; only a backend with the secret key can use it. */
  nonce_digest: string
  /** The browser that came; null when it is not known. */
  client_id: string | null
  /** Origin of the page to which it goes back. */
  page: string
  /** What names the browser in development, sealed. */
  dev_browser_sealed: string | null
  expire_at: number
  /** When a backend asked for the first time. */
  redeemed_at: number | null
}

export type HandshakeRow = Selectable<HandshakeTable>
