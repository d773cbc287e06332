/** The page to which a link leads back: this one, where a dialog is opened again. */
export function landingUrl(modal: string | undefined): string {
  const url = withoutLanding(new URL(window.location.href))
  if (modal) url.searchParams.set(modalParameter, modal)
  return url.href
}

/** The page to which a provider leads back: this one, which takes up what the provider said. */
export function ssoUrl(modal: string | undefined): string {
  const url = new URL(landingUrl(modal))
  url.searchParams.set(ssoParameter, '1')
  return url.href
}

/** An address without what a link has added to it. */
export function withoutLanding(url: URL): URL {
  const ours = ['__clerk_status', '__clerk_created_session', '__clerk_ticket', ssoParameter, modalParameter]
  for (const name of ours) url.searchParams.delete(name)
  return url
}

const modalParameter = '__usher_modal'
const ssoParameter = '__usher_sso'
