import type { Api } from '../api.ts'

/** Waits for a link that is used wherever it is opened. */
export type EmailLinkFlow<Params, Resource> = {
  /** Sends the link and waits; resolves when it was confirmed or is too old, never after `cancelEmailLinkFlow`. */
  startEmailLinkFlow(params: Params): Promise<Resource>
  cancelEmailLinkFlow(): void
}

export type LinkSubject<Json, Params, Resource> = {
  /** Where the attempt or address is read. */
  path: string
  statusOf(json: Json): string | null | undefined
  prepare(params: Params): Promise<unknown>
  reload(): Promise<Resource>
}

/** What can be done with a link to prove an attempt or address. */
export function emailLinkActions<Json, Params, Resource>(
  { transport }: Api,
  { path, statusOf, prepare, reload }: LinkSubject<Json, Params, Resource>,
) {
  // Read without telling anybody, because nothing on screen depends on it until it is over.
  const read = async () => statusOf(await transport.call<Json>(path, { isQuiet: true }))
  const wait = async (signal?: AbortSignal) => (await import('./wait-for-link.ts')).waitForLink(read, signal)
  return {
    waitForEmailLink: wait,
    createEmailLinkFlow: (): EmailLinkFlow<Params, Resource> => {
      let waiting = new AbortController()
      return {
        async startEmailLinkFlow(params) {
          waiting.abort()
          const own = new AbortController()
          waiting = own
          await prepare(params)
          await wait(own.signal)
          return reload()
        },
        cancelEmailLinkFlow: () => waiting.abort(),
      }
    },
  }
}
