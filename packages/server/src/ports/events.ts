/** What happened to which user; carries ids only. */
export type ServerEvent = { type: 'user.updated' | 'user.deleted' | 'sessions.changed'; userId: string }

/** Tells other parts of the server, and other processes, that something changed. Called after commit. */
export type Events = { publish(event: ServerEvent): void }
