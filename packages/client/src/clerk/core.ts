import type { ClientJSON } from '@usher/protocol'
import type { Api, SetActiveParams } from '../api.ts'
import { toClient } from '../resources/client.ts'
import { createBackendCookies } from './backend-cookies.ts'
import { createApi } from './create-api.ts'
import { createEmitter } from './emitter.ts'
import { connectOtherTabs } from './other-tabs.ts'
import type { ClerkOptions, ClerkStatus } from './types.ts'

/** What the parts of one Clerk object share: its settings, its status, and what the server last said. */
export type Core = ReturnType<typeof createCore>

export function createCore(given: ClerkOptions, setActive: (params: SetActiveParams) => Promise<void>) {
  let options = given
  let status: ClerkStatus = 'loading'
  const statusChanged = createEmitter<ClerkStatus>()
  const isBrowser = given.standardBrowser !== false && typeof window !== 'undefined'
  const cookies = isBrowser ? createBackendCookies(given.publishableKey) : null
  const otherTabs = isBrowser
    ? connectOtherTabs(given.publishableKey, (json) => void api.client.write(json))
    : null
  const api: Api = createApi(given, {
    sessionId: () => activeSession()?.id,
    setActive,
    onClient: (json) => {
      otherTabs?.send(json)
      const session = json.sessions.find(({ id }) => id === json.last_active_session_id)
      void cookies?.write(session?.last_active_token?.jwt ?? null, json.updated_at)
    },
    onToken: (jwt) => void cookies?.write(jwt, api.client.get()?.updated_at ?? 0),
  })
  const client = () => resourceOf(api, api.client.get())
  const activeSession = () => {
    const current = client()
    return current?.signedInSessions.find(({ id }) => id === current.lastActiveSessionId) ?? null
  }
  return {
    api,
    isBrowser,
    client,
    activeSession,
    statusChanged,
    otherTabs,
    status: () => status,
    setStatus(next: ClerkStatus) {
      if (status === next) return
      status = next
      statusChanged.emit(next)
    },
    options: () => options,
    setOptions(next: Partial<ClerkOptions>) {
      options = { ...options, ...next }
    },
  }
}

const resourceOf = (api: Api, json: ClientJSON | undefined) => (json ? toClient(json, api) : undefined)
