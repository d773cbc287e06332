import type { ClientJSON } from '@usher/protocol'

/** What one tab learned from the server, and which session a person chose in it. */
export type TabNews = { client: ClientJSON; activeId?: string | null | undefined }

export type OtherTabs = { send(news: TabNews): void; close(): void }

/** Keeps the tabs of one browser in step: what one learns from the server, the others learn from it. */
export function connectOtherTabs(publishableKey: string, onNews: (news: TabNews) => void): OtherTabs | null {
  if (typeof BroadcastChannel === 'undefined') return null
  const channel = new BroadcastChannel(`usher:${publishableKey}`)
  // What comes from another tab is never sent on, or two tabs would talk for ever.
  channel.onmessage = ({ data }: MessageEvent<TabNews>) => onNews(data)
  return { send: (news) => channel.postMessage(news), close: () => channel.close() }
}
