import { QueryClient } from '@tanstack/query-core'
import type { ClientJSON, EnvironmentJSON } from '@usher/protocol'
import type { Api, SetActiveParams } from '../api.ts'
import { clientKey, createClientStore } from '../queries/client.ts'
import { environmentKey } from '../queries/environment.ts'
import { createSlot } from '../queries/slot.ts'
import { alone } from '../tokens/alone.ts'
import { createSessionTokens } from '../tokens/session-tokens.ts'
import { frontendUrl, parsePublishableKey } from '../transport/base-url.ts'
import { createTransport } from '../transport/transport.ts'
import type { BackendCookies } from './backend-cookies.ts'
import type { TabNews } from './other-tabs.ts'
import type { ClerkOptions } from './types.ts'

type Wiring = {
  /** Null where the page is not a browser tab of its own. */
  cookies: BackendCookies | null
  setActive: (params: SetActiveParams) => Promise<void>
  tellTabs: (news: TabNews) => void
}

/** Joins transport, stores and tokens of one Clerk object. */
export function createApi(options: ClerkOptions, { cookies, setActive, tellTabs }: Wiring): Api {
  const queryClient = options.queryClient ?? new QueryClient()
  const client = createClientStore(queryClient)
  const page = typeof window === 'undefined' ? null : new URL(window.location.href)
  const refresh = async () => receive(await transport.call<ClientJSON>('/client'))
  const transport = createTransport({
    baseUrl: frontendUrl(parsePublishableKey(options.publishableKey), options.proxyUrl, page),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    sessionId: () => client.activeId() ?? undefined,
    onClient: (json) => receive(json),
    onUnauthorized: () => {
      // Offline: whoever asked gets the error, and the client is read again when the tab is seen.
      refresh().catch(() => {})
    },
  })
  const writeCookies = () => {
    const activeId = client.activeId()
    const jwt = activeId && tokens.peek(activeId)
    // A session whose token is not known here: the cookie of the tab that knows it stays.
    if (jwt || !activeId) return cookies?.write(jwt, client.get()?.updated_at ?? 0)
  }
  const tokens = createSessionTokens({
    transport,
    onToken: writeCookies,
    ...(cookies && { alone, shared: cookies.read }),
  })
  const forgetPerson = () => {
    tokens.forget()
    queryClient.removeQueries({
      predicate: ({ queryKey: [owner, name] }) =>
        owner === 'usher' && name !== clientKey[1] && name !== environmentKey[1],
    })
  }
  const learn = ({ client: json, activeId }: TabNews): boolean => {
    const before = client.activeId()
    const isNew = client.write(json)
    if (isNew)
      for (const { id, last_active_token: token } of json.sessions) if (token) tokens.put(id, token.jwt)
    if (activeId !== undefined) client.activate(activeId)
    const now = client.activeId()
    if (before !== now) tokens.detach()
    if (before && !now) forgetPerson()
    return isNew
  }
  // The tab that learned something from the server writes the cookies for all of them.
  const tell = (news: TabNews) => {
    void writeCookies()
    tellTabs(news)
  }
  const receive = (json: ClientJSON) => {
    if (learn({ client: json })) tell({ client: json })
  }
  return {
    receive,
    learn,
    activate(activeId) {
      const json = client.get()
      if (!json) return
      learn({ client: json, activeId })
      tell({ client: json, activeId })
    },
    transport,
    client,
    environment: createSlot<EnvironmentJSON>(queryClient, environmentKey),
    queryClient,
    tokens,
    setActive,
    leave: options.leave ?? ((url) => window.location.assign(url)),
    refresh,
  }
}
