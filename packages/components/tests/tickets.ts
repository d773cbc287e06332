import { emailAddress, type PageWorld } from '@usher/testing/page'

/** Has a backend make a token for a user, and returns it. */
export async function makeTicket(
  { server }: PageWorld,
  folder: 'sign_in_tokens' | 'actor_tokens',
  of = emailAddress,
): Promise<string> {
  const [user] = await askBackend(server, `/v1/users?email_address=${encodeURIComponent(of)}`)
  return (await askBackend(server, `/v1/${folder}`, { user_id: user.id, actor: { sub: 'user_support' } }))
    .token
}

/** Asks the Backend API as a backend does; with a body it posts. */
export async function askBackend(server: PageWorld['server'], path: string, body?: object) {
  const init = {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
  return (await server.fetch(new Request(new URL(path, server.url), init))).json()
}

/** Invites somebody, and returns the ticket of the mail. */
export async function invite({ server }: PageWorld, fields: object = {}): Promise<string> {
  const redirect_url = new URL('/sign-up', window.location.href).href
  await askBackend(server, '/v1/invitations', { email_address: emailAddress, redirect_url, ...fields })
  return new URL(server.inbox.link(emailAddress)).searchParams.get('ticket') ?? ''
}

/** The page of the story is the one to which a ticket has led. */
export function landWith(ticket: string): void {
  const url = new URL(window.location.href)
  url.searchParams.set('__clerk_ticket', ticket)
  window.history.replaceState(null, '', url)
}

/** The browser of the story is signed in by a token before anything is drawn. */
export async function signInByTicket(world: PageWorld, folder: 'sign_in_tokens' | 'actor_tokens') {
  const ticket = await makeTicket(world, folder)
  await world.browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket })
}
