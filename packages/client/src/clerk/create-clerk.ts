import type { WaitlistJSON } from '@usher/protocol'
import { parsePublishableKey } from '../transport/base-url.ts'
import { createBoot } from './boot.ts'
import { createCore } from './core.ts'
import { createModals } from './modals.ts'
import { createReverifications } from './reverifications.ts'
import { createRoutes } from './routes.ts'
import { createSessionActions } from './session-actions.ts'
import type { Clerk, ClerkOptions, Resources } from './types.ts'

const version = '6.0.0'

/** Makes the object behind the hooks. Throws when the publishable key is not one. */
export function createClerk(given: ClerkOptions): Clerk {
  const core = createCore(given, (params) => actions.setActive(params))
  const { api, client, activeSession, status, statusChanged } = core
  const routes = createRoutes(core)
  const actions = createSessionActions(core, routes)
  const { load, destroy } = createBoot(core)
  const { modal, ...modals } = createModals()
  return {
    ...parsePublishableKey(given.publishableKey),
    ...modals,
    ...routes,
    ...actions,
    version,
    publishableKey: given.publishableKey,
    proxyUrl: given.proxyUrl,
    get status() {
      return status()
    },
    get loaded() {
      return status() === 'ready' || status() === 'degraded'
    },
    get client() {
      return client()
    },
    get session() {
      return client() ? activeSession() : undefined
    },
    get user() {
      return client() ? (activeSession()?.user ?? null) : undefined
    },
    get isSignedIn() {
      return activeSession()?.status === 'active'
    },
    load,
    addListener(listener) {
      const tell = () => {
        const [current, session] = [client(), activeSession()]
        if (current) listener({ client: current, session, user: session?.user ?? null } satisfies Resources)
      }
      tell()
      return api.client.subscribe(tell)
    },
    on(_, listener, { notify = false } = {}) {
      statusChanged.add(listener)
      if (notify) listener(status())
    },
    off: (_, listener) => statusChanged.remove(listener),
    async isUsernameAvailable(username, { signal } = {}) {
      const path = `/username_availability?${new URLSearchParams({ username })}`
      return (await api.transport.call<{ available: boolean }>(path, { signal })).available
    },
    joinWaitlist: (fields) => api.transport.call<WaitlistJSON>('/waitlist', { method: 'POST', fields }),
    handleEmailLinkVerification: async (params, customNavigate = routes.navigate) =>
      (await import('../email-links/handle-landing.ts')).handleLanding(api, params, customNavigate),
    handleRedirectCallback: async (params = {}, customNavigate = routes.navigate) =>
      (await import('../oauth/later.ts')).handleRedirect(api, routes, params, customNavigate),
    handleUnauthenticated: () => api.refresh(),
    __internal: {
      api,
      environment: api.environment.get,
      settleCallback: async (params) => (await import('../oauth/later.ts')).settleCallback(api, params),
      modal,
      reverifications: createReverifications(),
      options: core.options,
      setOptions: core.setOptions,
      destroy,
    },
  }
}
