import { hashKey, type QueryClient } from '@tanstack/query-core'
import type { ClientJSON, SessionJSON } from '@usher/protocol'

export const clientKey = ['usher', 'client'] as const

/** The client as the last answer gave it. Tokens are not in it: they stay out of caches that may be persisted. */
export type StoredClient = Omit<ClientJSON, 'revision'>

export type ClientEntry = {
  revision: number
  client: StoredClient
  /** The session that this tab shows; null when nobody is signed in here. */
  sessionId: string | null
}

export type WriteClientOptions = {
  /** Shows a session of the new client when this tab shows none. */
  adopt?: boolean
}

export type ClientStore = ReturnType<typeof createClientStore>

/** The current client: one entry of the query cache that nobody fetches, written from every answer. */
export function createClientStore(queryClient: QueryClient) {
  const hash = hashKey(clientKey)
  queryClient.setQueryDefaults(clientKey, { staleTime: 'static', gcTime: Number.POSITIVE_INFINITY })
  const get = () => queryClient.getQueryData<ClientEntry>(clientKey)
  const put = (entry: ClientEntry) => void queryClient.setQueryData(clientKey, entry)

  return {
    get,
    /** Keeps the answer that was read later, whatever order they arrive in. Says whether it was kept. */
    write({ revision, ...client }: ClientJSON, { adopt = false }: WriteClientOptions = {}): boolean {
      const old = get()
      if (old && old.revision >= revision) return false
      const kept = client.sessions.find((session) => session.id === old?.sessionId && isSignedIn(session))
      const shown = kept ?? (adopt ? chooseSession(client) : undefined)
      put({ revision, client: withoutTokens(client), sessionId: shown?.id ?? null })
      return true
    },
    /** Shows another session in this tab. */
    show(sessionId: string | null): void {
      const entry = get()
      if (entry) put({ ...entry, sessionId })
    },
    subscribe(listener: () => void): () => void {
      return queryClient.getQueryCache().subscribe(({ query, type }) => {
        if (query.queryHash === hash && (type === 'updated' || type === 'removed')) listener()
      })
    },
  }
}

/** Active sessions and those with open tasks count as signed in. */
export const isSignedIn = ({ status }: Pick<SessionJSON, 'status'>): boolean =>
  status === 'active' || status === 'pending'

function chooseSession({ sessions, last_active_session_id }: StoredClient): SessionJSON | undefined {
  const open = sessions.filter(isSignedIn)
  return open.find(({ id }) => id === last_active_session_id) ?? open[0]
}

const withoutTokens = (client: StoredClient): StoredClient => ({
  ...client,
  sessions: client.sessions.map((session) => ({ ...session, last_active_token: null })),
})
