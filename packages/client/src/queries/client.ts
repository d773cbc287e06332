import type { QueryClient } from '@tanstack/query-core'
import type { ClientJSON, SessionJSON, UserJSON } from '@usher/protocol'
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
  /**
   * Shows a change of a user while `work` asks the server for it, over whatever arrives meanwhile; then what the server
   * says counts. A refusal rejects, and leaves nothing behind.
   */
  foresee<Result>(userId: string, change: Foreseen, work: () => Promise<Result>): Promise<Result>
  subscribe(listener: () => void): () => void
}

/** What a user is going to be like. */
export type Foreseen = (user: UserJSON) => Partial<UserJSON>

export function createClientStore(queryClient: QueryClient): ClientStore {
  const { get, set, subscribe } = createSlot<{ client: ClientJSON; activeId: string | null }>(
    queryClient,
    clientKey,
  )
  /** As the server said it last; known while something is shown that it has not said. */
  let said: ClientJSON | undefined
  const changes = new Set<(session: SessionJSON) => SessionJSON>()
  const show = (activeId: string | null) => {
    if (!said) return
    const sessions = said.sessions.map((session) =>
      [...changes].reduce((changed, change) => change(changed), session),
    )
    set({ client: { ...said, sessions }, activeId })
  }
  return {
    get: () => get()?.client,
    activeId: () => get()?.activeId ?? null,
    write(next) {
      const known = get()
      // Two answers may arrive in the wrong order; the one that the server read later counts.
      if (known && next.revision <= known.client.revision) return false
      const wanted = known ? known.activeId : next.last_active_session_id
      said = withoutTokens(next)
      show(idOfLiving(next, wanted))
      return true
    },
    activate(sessionId) {
      const known = get()
      if (known) set({ ...known, activeId: idOfLiving(known.client, sessionId) })
    },
    async foresee(userId, change, work) {
      const changed = (session: SessionJSON) =>
        session.user?.id === userId ? foreseen(session, session.user, change) : session
      const update = () => show(get()?.activeId ?? null)
      said = changes.size > 0 ? said : get()?.client
      changes.add(changed)
      update()
      try {
        return await work()
      } finally {
        changes.delete(changed)
        update()
      }
    },
    subscribe,
  }
}

// A session repeats some facts of its user.
function foreseen(session: SessionJSON, user: UserJSON, change: Foreseen): SessionJSON {
  const next = { ...user, ...change(user) }
  const { first_name, last_name, username, image_url, has_image, profile_image_url } = next
  const facts = { first_name, last_name, username, image_url, has_image, profile_image_url }
  const { public_user_data: known } = session
  return { ...session, user: next, public_user_data: known && { ...known, ...facts } }
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
