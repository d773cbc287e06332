import type { ClientJSON, EnvironmentJSON } from '@usher/protocol'
import type { SetActiveParams } from '../api.ts'
import { toClient } from '../resources/client.ts'
import { parsePublishableKey } from '../transport/base-url.ts'
import { createBackendCookies } from './backend-cookies.ts'
import { createApi } from './create-api.ts'
import { createEmitter } from './emitter.ts'
import { keepFresh } from './keep-fresh.ts'
import { createModals } from './modals.ts'
import { navigate } from './navigate.ts'
import { connectOtherTabs } from './other-tabs.ts'
import type { Clerk, ClerkOptions, ClerkStatus, RedirectParams, Resources, SignOutOptions } from './types.ts'
import { afterAttemptUrl, attemptUrl } from './urls.ts'

const version = '6.0.0'
const bootPatience = 7_000

/** Makes the object behind the hooks. Throws when the publishable key is not one. */
export function createClerk(given: ClerkOptions): Clerk {
  let options = given
  let status: ClerkStatus = 'loading'
  const stops: (() => void)[] = []
  const statusChanged = createEmitter<ClerkStatus>()
  const isBrowser = given.standardBrowser !== false && typeof window !== 'undefined'
  const cookies = isBrowser ? createBackendCookies(given.publishableKey) : null
  const otherTabs = isBrowser
    ? connectOtherTabs(given.publishableKey, (json) => void api.client.write(json))
    : null

  const activeSession = () => {
    const client = clientNow()
    return client?.signedInSessions.find(({ id }) => id === client.lastActiveSessionId) ?? null
  }
  const writeCookies = (json: ClientJSON) => {
    const session = json.sessions.find(({ id }) => id === json.last_active_session_id)
    void cookies?.write(session?.last_active_token?.jwt ?? null, json.updated_at)
  }
  const api = createApi(given, {
    sessionId: () => activeSession()?.id,
    setActive: (params) => setActive(params),
    onClient: (json) => {
      otherTabs?.send(json)
      writeCookies(json)
    },
    onToken: (jwt) => void cookies?.write(jwt, api.client.get()?.updated_at ?? 0),
  })
  const clientNow = () => {
    const json = api.client.get()
    return json ? toClient(json, api) : undefined
  }
  const place = () => ({ options, environment: api.environment.get(), page: new URL(window.location.href) })
  const setStatus = (next: ClerkStatus) => {
    status = next
    statusChanged.emit(next)
  }

  // React's strict mode mounts twice: both loads are the same one.
  let boot: Promise<void> | null = null
  const load = () => {
    if (status === 'ready') return Promise.resolve()
    boot ??= start().finally(() => {
      boot = null
    })
    return boot
  }

  async function start() {
    if (status !== 'loading') setStatus('loading')
    const signal = AbortSignal.timeout(bootPatience)
    try {
      const [environment, client] = await Promise.all([
        api.transport.call<EnvironmentJSON>('/environment', { signal }),
        api.transport.call<ClientJSON>('/client', { signal }),
      ])
      api.environment.write(environment)
      api.receive(client)
      if (isBrowser && stops.length === 0)
        stops.push(
          keepFresh({
            sessionId: () => activeSession()?.id,
            secondsLeft: api.tokens.secondsLeft,
            refreshToken: (id) => api.tokens.get(id, { skipCache: true }),
            refreshClient: api.refresh,
          }),
        )
      setStatus('ready')
    } catch {
      setStatus('error')
    }
  }

  async function setActive({ session, redirectUrl, navigate: goOn }: SetActiveParams) {
    const id = typeof session === 'string' ? session : session?.id
    if (id)
      await api.transport.call(`/client/sessions/${id}/touch`, {
        method: 'POST',
        fields: { activeOrganizationId: '', intent: 'select_session' },
      })
    if (goOn) await goOn({ session: activeSession(), decorateUrl: (url) => url })
    else if (redirectUrl) await clerk.navigate(redirectUrl)
  }

  async function signOut(first?: SignOutOptions | (() => unknown), more: SignOutOptions = {}) {
    const { sessionId, redirectUrl } = typeof first === 'function' ? more : { ...first }
    const sessions = clientNow()?.signedInSessions ?? []
    const isLast = sessions.every(({ id }) => id === sessionId)
    if (sessionId && !isLast)
      await api.transport.call(`/client/sessions/${sessionId}/remove`, { method: 'POST' })
    else await api.transport.call('/client/sessions', { method: 'DELETE' })
    api.tokens.forget(sessionId)
    api.queryClient.removeQueries({ queryKey: ['usher', 'sessions'] })
    if (typeof first === 'function') await first()
    else await clerk.navigate(redirectUrl ?? clerk.buildAfterSignOutUrl())
  }

  const go = (to: string) => clerk.navigate(to)
  const fromHere = (params: RedirectParams = {}) => ({ redirectUrl: window.location.href, ...params })
  const { modal, ...modals } = createModals()
  const { frontendApi, instanceType } = parsePublishableKey(given.publishableKey)

  const clerk: Clerk = {
    ...modals,
    version,
    publishableKey: given.publishableKey,
    proxyUrl: given.proxyUrl,
    frontendApi,
    instanceType,
    get status() {
      return status
    },
    get loaded() {
      return status === 'ready' || status === 'degraded'
    },
    get client() {
      return clientNow()
    },
    get session() {
      return clientNow() ? activeSession() : undefined
    },
    get user() {
      return clientNow() ? (activeSession()?.user ?? null) : undefined
    },
    get isSignedIn() {
      return activeSession()?.status === 'active'
    },
    load,
    setActive,
    signOut,
    addListener(listener) {
      const tell = () => {
        const client = clientNow()
        const session = activeSession()
        if (client) listener({ client, session, user: session?.user ?? null } satisfies Resources)
      }
      tell()
      return api.client.subscribe(tell)
    },
    on(_, listener, { notify = false } = {}) {
      statusChanged.add(listener)
      if (notify) listener(status)
    },
    off: (_, listener) => statusChanged.remove(listener),
    navigate: (to, { replace = false } = {}) => navigate(options, to, replace),
    buildSignInUrl: (params) => attemptUrl('signIn', place(), params),
    buildSignUpUrl: (params) => attemptUrl('signUp', place(), params),
    buildUserProfileUrl: () => options.userProfileUrl ?? '/user',
    buildAfterSignInUrl: () => afterAttemptUrl('signIn', place()),
    buildAfterSignUpUrl: () => afterAttemptUrl('signUp', place()),
    buildAfterSignOutUrl: () =>
      options.afterSignOutUrl ?? (api.environment.get()?.display_config.after_sign_out_all_url || '/'),
    redirectToSignIn: (params) => go(clerk.buildSignInUrl(fromHere(params))),
    redirectToSignUp: (params) => go(clerk.buildSignUpUrl(fromHere(params))),
    redirectToUserProfile: () => go(clerk.buildUserProfileUrl()),
    redirectToAfterSignIn: () => go(clerk.buildAfterSignInUrl()),
    redirectToAfterSignUp: () => go(clerk.buildAfterSignUpUrl()),
    redirectToAfterSignOut: () => go(clerk.buildAfterSignOutUrl()),
    handleUnauthenticated: () => api.refresh(),
    __internal: {
      api,
      environment: api.environment.get,
      modal,
      options: () => options,
      setOptions: (next) => {
        options = { ...options, ...next }
      },
      destroy: () => {
        for (const stop of stops.splice(0)) stop()
        otherTabs?.close()
      },
    },
  }
  return clerk
}
