import type { Api } from '../api.ts'

export type EmailLinkLanding = {
  status: 'verified' | 'expired' | 'failed' | 'client_mismatch'
  /** The session that the link has made; null when it made none. */
  createdSessionId: string | null
  /** Whether that session is one of this browser. */
  verifiedFromTheSameClient: boolean
}

const statuses = ['verified', 'expired', 'client_mismatch'] as const

/** What the address bar says of a link that led here; null when none did. */
export function readLanding({ client }: Api): EmailLinkLanding | null {
  const query = new URLSearchParams(globalThis.location?.search)
  const said = query.get('__clerk_status')
  if (said === null) return null
  const createdSessionId = query.get('__clerk_created_session')
  return {
    status: statuses.find((status) => status === said) ?? 'failed',
    createdSessionId,
    verifiedFromTheSameClient: client.get()?.sessions.some(({ id }) => id === createdSessionId) ?? false,
  }
}

/** An address of the app, which may be a path, as the server wants it. */
export const onThisPage = (url: string): string => new URL(url, window.location.href).href
