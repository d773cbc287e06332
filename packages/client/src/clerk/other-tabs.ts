import type { ClientJSON } from '@usher/protocol'

type Message = { type: 'client'; client: ClientJSON }

/** Keeps the tabs of one browser in step: what one learns from the server, the others learn from it. */
export function connectOtherTabs(publishableKey: string, onClient: (client: ClientJSON) => void) {
  if (typeof BroadcastChannel === 'undefined') return { send: () => {}, close: () => {} }
  const channel = new BroadcastChannel(`usher:${publishableKey}`)
  // What comes from another tab is never sent on, or two tabs would talk for ever.
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data?.type === 'client') onClient(data.client)
  }
  return {
    send: (client: ClientJSON) => channel.postMessage({ type: 'client', client } satisfies Message),
    close: () => channel.close(),
  }
}
