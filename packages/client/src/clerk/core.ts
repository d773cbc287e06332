import type { Api, SetActiveParams } from '../api.ts'
import { toClient } from '../resources/client.ts'
import { createBackendCookies } from './backend-cookies.ts'
import { createApi } from './create-api.ts'
import { createEmitter } from './emitter.ts'
import type { OtherTabs } from './other-tabs.ts'
import type { ClerkOptions, ClerkStatus } from './types.ts'

/** What the parts of one Clerk object share: its settings, its status, and what the server last said. */
export type Core = ReturnType<typeof createCore>

export function createCore(given: ClerkOptions, setActive: (params: SetActiveParams) => Promise<void>) {
  let options = given
  let status: ClerkStatus = 'loading'
  let tabs: OtherTabs | null = null
  const statusChanged = createEmitter<ClerkStatus>()
  const isBrowser = given.standardBrowser !== false && typeof window !== 'undefined'
  const cookies = isBrowser ? createBackendCookies(given.publishableKey) : null
  const api: Api = createApi(given, { cookies, setActive, tellTabs: (news) => tabs?.send(news) })
  const client = () => {
    const json = api.client.get()
    return json && toClient(json, api)
  }
  const activeSession = () =>
    client()?.signedInSessions.find(({ id }) => id === api.client.activeId()) ?? null
  return {
    api,
    cookies,
    client,
    activeSession,
    statusChanged,
    setTabs(next: OtherTabs | null) {
      tabs?.close()
      tabs = next
    },
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
