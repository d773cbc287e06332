/** What happened to which user; carries ids only. */
export type ServerEvent = { type: 'user.updated' | 'user.deleted' | 'sessions.changed'; userId: string }

/** Tells other parts of the server, and other processes, that something changed. */
export type Events = {
  /** Called after the commit. */
  publish(event: ServerEvent): void
  /** Calls `listener` for every event, wherever it was published; returns what ends that. */
  subscribe(listener: (event: ServerEvent) => void): () => void
  close(): Promise<void>
}
