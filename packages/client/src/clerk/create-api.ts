import { QueryClient } from '@tanstack/query-core'
import type { ClientJSON, SignInJSON, SignUpJSON } from '@usher/protocol'
import type { Api, SetActiveParams } from '../api.ts'
import { createAttemptStore } from '../queries/attempt.ts'
import { createClientStore } from '../queries/client.ts'
import { createEnvironmentStore } from '../queries/environment.ts'
import { createSessionTokens } from '../tokens/session-tokens.ts'
import { frontendUrl, parsePublishableKey } from '../transport/base-url.ts'
import { createTransport } from '../transport/transport.ts'
import type { ClerkOptions } from './types.ts'

type Wiring = {
  sessionId: () => string | undefined
  setActive: (params: SetActiveParams) => Promise<void>
  /** The server told of a client that is newer than what was known. */
  onClient: (client: ClientJSON) => void
  onToken: (jwt: string) => void
}

/** Joins transport, stores and tokens of one Clerk object. */
export function createApi(options: ClerkOptions, { sessionId, setActive, onClient, onToken }: Wiring): Api {
  const queryClient = options.queryClient ?? new QueryClient()
  const client = createClientStore(queryClient)
  const page = typeof window === 'undefined' ? null : new URL(window.location.href)
  const refresh = async () => receive(await transport.call<ClientJSON>('/client'))
  const transport = createTransport({
    baseUrl: frontendUrl(parsePublishableKey(options.publishableKey), options.proxyUrl, page),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    sessionId,
    onClient: (json) => receive(json),
    onUnauthorized: () => {
      // Offline: whoever asked gets the error, and the client is read again when the tab is seen.
      refresh().catch(() => {})
    },
  })
  const tokens = createSessionTokens({ transport, onToken })
  const receive = (json: ClientJSON) => {
    if (!client.write(json)) return
    for (const session of json.sessions)
      if (session.last_active_token) tokens.put(session.id, session.last_active_token.jwt)
    onClient(json)
  }
  return {
    receive,
    transport,
    client,
    environment: createEnvironmentStore(queryClient),
    signInAttempt: createAttemptStore<SignInJSON>(queryClient, 'sign-in'),
    signUpAttempt: createAttemptStore<SignUpJSON>(queryClient, 'sign-up'),
    queryClient,
    tokens,
    setActive,
    refresh,
  }
}
