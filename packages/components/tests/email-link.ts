import type { PageWorld, TestBrowser } from '@usher/testing/page'

/** Opens the newest link in a browser and confirms it there, as its page does. */
export async function confirmLink(
  { server }: PageWorld,
  browser: TestBrowser,
  to = 'ada@example.com',
): Promise<string | null> {
  const token = new URL(server.inbox.link(to)).searchParams.get('token') ?? ''
  const answer = await browser.fetch('/v1/verify', { method: 'POST', body: new URLSearchParams({ token }) })
  return answer.headers.get('location')
}

/** A link has led to the page of the story. */
export const landOn = (status: string) => () => {
  const url = new URL(window.location.href)
  url.searchParams.set('__clerk_status', status)
  window.history.replaceState(null, '', url)
}

/** The page of the next story is one to which no link has led. */
export function leave(): void {
  const url = new URL(window.location.href)
  for (const name of ['__clerk_status', '__clerk_ticket']) url.searchParams.delete(name)
  window.history.replaceState(null, '', url)
}
