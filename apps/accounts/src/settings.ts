/** What the server writes into the page. */
export type AccountSettings = {
  publishableKey: string
  /** The application, where people go who came from nowhere; the profile without it. */
  homeUrl: string
  /** Where people may be sent back to, beside this server. */
  allowedRedirectOrigins: string[]
}

/** Reads what the server wrote into the page; throws where it wrote nothing. */
export function readSettings(page: Document): AccountSettings {
  const written = page.querySelector<HTMLMetaElement>('meta[name="usher-accounts"]')?.content
  if (!written) throw new Error('This page is served by `usher serve`, which tells it its settings.')
  return JSON.parse(written)
}
