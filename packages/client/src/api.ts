import type { QueryClient } from '@tanstack/query-core'
import type { ClientJSON } from '@usher/protocol'
import type { TabNews } from './clerk/other-tabs.ts'
import type { ClientStore } from './queries/client.ts'
import type { EnvironmentStore } from './queries/environment.ts'
import type { SessionResource } from './resources/session.ts'
import type { SessionTokens } from './tokens/session-tokens.ts'
import type { Transport } from './transport/transport.ts'

/** Goes on after a session became the active one. */
export type NavigateAfter = (params: {
  session: SessionResource
  decorateUrl: (url: string) => string
}) => unknown

export type SetActiveParams = {
  /** A session of this browser, its id, or null for none. */
  session?: { id: string } | string | null | undefined
  /** Organizations are not part of this kit: accepted and ignored. */
  organization?: unknown
  redirectUrl?: string | undefined
  /** Goes on by itself instead of following `redirectUrl`; `session.currentTask` says what has to be done first. */
  navigate?: NavigateAfter | undefined
}

/** What resources and queries work with; made once for each Clerk object. */
export type Api = {
  transport: Transport
  client: ClientStore
  environment: EnvironmentStore
  queryClient: QueryClient
  tokens: SessionTokens
  setActive: (params: SetActiveParams) => Promise<void>
  /** Takes over what the server answered: client, tokens, cookies; tells the other tabs. */
  receive: (json: ClientJSON) => void
  /** The same without telling the other tabs; says whether the client was news. */
  learn: (news: TabNews) => boolean
  /** Makes a session of the known client the active one, in every tab. */
  activate: (sessionId: string | null) => void
  /** Leaves the app for a page of somebody else. */
  leave: (url: string) => void
  /** Reads the client anew. */
  refresh: () => Promise<void>
}
