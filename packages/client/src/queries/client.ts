import type { QueryClient } from '@tanstack/query-core'
import type { ClientJSON } from '@usher/protocol'
import { createSlot } from './slot.ts'

/** Key of the current client. Nobody fetches it: every answer of the server writes it. */
export const clientKey = ['usher', 'client'] as const

/** The current client of this browser and which of its sessions is the active one, kept in the query cache. */
export type ClientStore = {
  get(): ClientJSON | undefined
  /** The session that the page works with; null for none. */
  activeId(): string | null
  /**
   * Takes a client over unless a later one is known already; says whether it did. The first one says which session is
   * active, a later one only that it has ended: a new session becomes active through `activate`.
   */
  write(next: ClientJSON): boolean
  activate(sessionId: string | null): void
  subscribe(listener: () => void): () => void
}

export function createClientStore(queryClient: QueryClient): ClientStore {
  const { get, set, subscribe } = createSlot<{ client: ClientJSON; activeId: string | null }>(
    queryClient,
    clientKey,
  )
  return {
    get: () => get()?.client,
    activeId: () => get()?.activeId ?? null,
    write(next) {
      const known = get()
      // Two answers may arrive in the wrong order; the one that the server read later counts.
      if (known && next.revision <= known.client.revision) return false
      const wanted = known ? known.activeId : next.last_active_session_id
      set({ client: withoutTokens(next), activeId: idOfLiving(next, wanted) })
      return true
    },
    activate(sessionId) {
      const known = get()
      if (known) set({ ...known, activeId: idOfLiving(known.client, sessionId) })
    },
    subscribe,
  }
}

const idOfLiving = ({ sessions }: ClientJSON, wanted: string | null) =>
  sessions.find(({ id, status }) => id === wanted && (status === 'active' || status === 'pending'))?.id ??
  null

// Tokens change with every answer and are secret: in the cache they would give every session a new identity each time,
// and reach whatever persists it.
const withoutTokens = (client: ClientJSON): ClientJSON => ({
  ...client,
  sessions: client.sessions.map((session) => ({ ...session, last_active_token: null })),
})
