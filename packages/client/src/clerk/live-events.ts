import type { Api } from '../api.ts'
import { sessionsKey } from '../queries/session.ts'

const shortestPause = 1_000
const longestPause = 30_000
/** How long the answer to a change of this browser may take after the word of it. */
const answerPatience = 150

/**
 * Reads the client anew when the server says that something changed for whoever is signed in on this browser, within a
 * second. One tab listens, and the others learn what it read. `GET /v1/client/events`, ours beside Clerk's wire: a
 * server without it is asked once.
 * @param name of the lock that the listening tab holds
 * @returns what ends the listening
 */
export function followLiveEvents(api: Api, name: string): () => void {
  let listening = new AbortController()
  let people = ''
  const restart = () => {
    listening.abort()
    listening = new AbortController()
    if (people)
      void onlyHere(name, listening.signal, (isHandover) => listen(api, listening.signal, isHandover))
  }
  // The server tells of those who were signed in when the stream was opened.
  const onClient = () => {
    // Whoever looks at the list of sessions sees those of other browsers come and go.
    void api.queryClient.invalidateQueries({ queryKey: sessionsKey })
    const now = userIds(api)
    if (now === people) return
    people = now
    restart()
  }
  // A page with an open stream could not be kept for the way back to it.
  const onHide = () => listening.abort()
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) restart()
  }
  const unsubscribe = api.client.subscribe(onClient)
  window.addEventListener('pagehide', onHide)
  window.addEventListener('pageshow', onShow)
  onClient()
  return () => {
    unsubscribe()
    window.removeEventListener('pagehide', onHide)
    window.removeEventListener('pageshow', onShow)
    listening.abort()
  }
}

const userIds = ({ client }: Api): string =>
  (client.get()?.sessions ?? [])
    .map(({ user }) => user?.id)
    .sort()
    .join()

/** Waits until no other tab of the browser does this work; tells whether it had to wait. */
async function onlyHere(
  name: string,
  signal: AbortSignal,
  work: (hasWaited: boolean) => Promise<void>,
): Promise<void> {
  if (!navigator.locks) return work(false)
  const asked = performance.now()
  await navigator.locks
    .request(name, { signal }, () => work(performance.now() - asked > shortestPause))
    .catch(() => {})
}

async function listen(api: Api, signal: AbortSignal, isHandover: boolean): Promise<void> {
  let mayHaveMissed = isHandover
  for (let failures = 0; !signal.aborted; failures++) {
    const response = await api.transport.stream('/client/events', signal).catch(() => null)
    if (response && response.status < 500) {
      // Nobody is signed in, or the server does not tell.
      if (response.status !== 200 || !response.body) return
      if (mayHaveMissed) void api.refresh().catch(() => {})
      await readEvents(response.body, (revision) => catchUp(api, revision))
      failures = 0
    }
    mayHaveMissed = true
    await pause(Math.min(longestPause, shortestPause * 2 ** failures), signal)
  }
}

/** Reads the client anew, unless an answer that is on its way already tells of what happened. */
async function catchUp({ client, refresh }: Api, revision: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, answerPatience))
  if ((client.get()?.revision ?? 0) < revision) await refresh().catch(() => {})
}

/** Calls back with the revision of each event; ends with the stream. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (revision: number) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  let rest = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = block.match(/^data: (.+)$/m)?.[1]
        if (data) onEvent(JSON.parse(data).revision)
      }
    }
  } catch {
    // The connection broke, or nobody listens any more.
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
