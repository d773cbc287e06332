/** The page to which a link leads back: this one, where a dialog is opened again. */
export function landingUrl(modal: string | undefined): string {
  const url = withoutLanding(new URL(window.location.href))
  if (modal) url.searchParams.set(modalParameter, modal)
  return url.href
}

/** An address without what a link has added to it. */
export function withoutLanding(url: URL): URL {
  for (const name of ['__clerk_status', '__clerk_created_session', '__clerk_ticket', modalParameter])
    url.searchParams.delete(name)
  return url
}

const modalParameter = '__usher_modal'
