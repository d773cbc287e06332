import type { ClientJSON, EnvironmentJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { isClerkAPIResponseError } from '../transport/errors.ts'
import type { Core } from './core.ts'
import { keepFresh } from './keep-fresh.ts'
import { connectOtherTabs } from './other-tabs.ts'

const patience = 7_000
const longestPause = 30_000

/**
 * Reads the environment and the client, and keeps them fresh while the page lives. Without an answer the page goes by
 * the token in its own cookie, and asks again until there is one.
 */
export function createBoot(core: Core) {
  const { api, cookies, options, activeSession, status, setStatus, setTabs } = core
  // React's strict mode mounts twice: both loads are the same one.
  let boot: Promise<void> | null = null
  let stop: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  async function start() {
    if (status() === 'error') setStatus('loading')
    const signal = AbortSignal.timeout(patience)
    const answers = await Promise.allSettled([
      api.transport.call<EnvironmentJSON>('/environment', { signal }).then(api.environment.set),
      api.transport.call<ClientJSON>('/client', { signal }).then((json) => receiveFirst(core, json)),
    ])
    const errors = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
    failures = errors.length && failures + 1
    if (!failures) return setStatus('ready')
    if (!cookies || errors.some((error) => isClerkAPIResponseError(error) && error.status < 500))
      return setStatus('error')
    if (!api.client.get()) {
      const local = await import('./local-client.ts').catch(() => null)
      if (!local) return setStatus('error')
      local.warnDeveloper(options())
      goBy(api, await cookies.read(), local)
    }
    setStatus('degraded')
    if (stop) timer = setTimeout(load, Math.min(longestPause, 500 * 2 ** failures))
  }

  function open() {
    setTabs(connectOtherTabs(options().publishableKey, api.learn))
    const stopFresh = keepFresh({
      polls: options().polling !== false,
      touches: () => options().touchSession !== false,
      sessionId: () => activeSession()?.id,
      secondsLeft: api.tokens.secondsLeft,
      refreshToken: (id) => api.tokens.get(id),
      isBehind: () => status() === 'degraded' || status() === 'error',
      refreshClient: () => (status() === 'ready' ? api.refresh() : load()),
    })
    const stopLive = goLive(api, `usher:events:${options().publishableKey}`)
    return () => {
      stopLive()
      stopFresh()
      setTabs(null)
      clearTimeout(timer)
    }
  }

  function load(): Promise<void> {
    if (cookies) stop ??= open()
    clearTimeout(timer)
    if (status() === 'ready') return Promise.resolve()
    boot ??= start().finally(() => {
      boot = null
    })
    return boot
  }

  return {
    load,
    destroy(): void {
      stop?.()
      stop = null
    },
  }
}

function receiveFirst({ api, client, options }: Core, json: ClientJSON) {
  const isFirst = !api.client.get()
  api.receive(json)
  const [select, current] = [options().selectInitialSession, client()]
  if (isFirst && select && current) api.activate(select(current)?.id ?? null)
}

function goBy(api: Api, jwt: string | null, { localClient }: typeof import('./local-client.ts')) {
  const json = localClient(jwt)
  api.client.write(json)
  if (jwt) for (const { id } of json.sessions) api.tokens.adopt(id, jwt)
}

// Nobody who is not signed in waits for the code that listens.
function goLive(api: Api, name: string): () => void {
  let isOver = false
  let stopEvents = () => {}
  async function begin() {
    if (!api.client.get()?.sessions.length) return
    unsubscribe()
    const live = await import('./live-events.ts').catch(() => null)
    if (live && !isOver) stopEvents = live.followLiveEvents(api, name)
  }
  const unsubscribe = api.client.subscribe(begin)
  void begin()
  return () => {
    isOver = true
    unsubscribe()
    stopEvents()
  }
}
