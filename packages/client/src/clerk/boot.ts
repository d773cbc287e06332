import type { ClientJSON, EnvironmentJSON } from '@usher/protocol'
import type { Core } from './core.ts'
import { keepFresh } from './keep-fresh.ts'

const patience = 7_000

/** Reads the environment and the client, and keeps them fresh while the page lives. */
export function createBoot({ api, isBrowser, activeSession, status, setStatus, otherTabs }: Core) {
  const stops: (() => void)[] = []
  // React's strict mode mounts twice: both loads are the same one.
  let boot: Promise<void> | null = null

  async function start() {
    setStatus('loading')
    const signal = AbortSignal.timeout(patience)
    try {
      const [environment, client] = await Promise.all([
        api.transport.call<EnvironmentJSON>('/environment', { signal }),
        api.transport.call<ClientJSON>('/client', { signal }),
      ])
      api.environment.write(environment)
      api.receive(client)
      if (isBrowser && stops.length === 0) stops.push(stayFresh())
      setStatus('ready')
    } catch {
      setStatus('error')
    }
  }

  const stayFresh = () =>
    keepFresh({
      sessionId: () => activeSession()?.id,
      secondsLeft: api.tokens.secondsLeft,
      refreshToken: (id) => api.tokens.get(id, { skipCache: true }),
      refreshClient: api.refresh,
    })

  return {
    load(): Promise<void> {
      if (status() === 'ready') return Promise.resolve()
      boot ??= start().finally(() => {
        boot = null
      })
      return boot
    },
    destroy(): void {
      for (const stop of stops.splice(0)) stop()
      otherTabs?.close()
    },
  }
}
