type RedirectOptions = {
  forceRedirectUrl?: string | null | undefined
  fallbackRedirectUrl?: string | null | undefined
  /** The address of the page. */
  location: string
  /** Where the provider's and the instance's settings lead. */
  otherwise: string
}

/**
 * Says where to go after signing in or up: what the app forces, else what the address bar asks for in `redirect_url`,
 * else what the app falls back to. An address of another site in `redirect_url` counts as none.
 */
export function chooseRedirectUrl({
  forceRedirectUrl,
  fallbackRedirectUrl,
  location,
  otherwise,
}: RedirectOptions): string {
  return forceRedirectUrl || wantedUrl(location) || fallbackRedirectUrl || otherwise
}

function wantedUrl(location: string): string | undefined {
  const here = new URL(location)
  const wanted = here.searchParams.get('redirect_url')
  if (!wanted || !URL.canParse(wanted, here)) return undefined
  const url = new URL(wanted, here)
  // Not `url.origin`: a `blob:` address has the origin of the page that made it.
  return url.href.startsWith(`${here.origin}/`) ? url.href : undefined
}
