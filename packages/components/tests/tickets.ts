import { emailAddress, type PageWorld } from '@usher/testing/page'

/** Has a backend make a token for a user, and returns it. */
export async function makeTicket(
  { server }: PageWorld,
  folder: 'sign_in_tokens' | 'actor_tokens',
  of = emailAddress,
): Promise<string> {
  const ask = async (path: string, body?: object) => {
    const init = {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }
    return (await server.fetch(new Request(new URL(path, server.url), init))).json()
  }
  const [user] = await ask(`/v1/users?email_address=${encodeURIComponent(of)}`)
  return (await ask(`/v1/${folder}`, { user_id: user.id, actor: { sub: 'user_support' } })).token
}

/** The browser of the story is signed in by a token before anything is drawn. */
export async function signInByTicket(world: PageWorld, folder: 'sign_in_tokens' | 'actor_tokens') {
  const ticket = await makeTicket(world, folder)
  await world.browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket })
}
