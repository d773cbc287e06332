import type { PageWorld } from '@usher/testing/page'

/** Some providers of an instance, by their names. */
export const withProviders = (...names: string[]) => ({
  oauth: Object.fromEntries(names.map((name) => [name, { clientId: 'usher' }])),
})

/** Answers as GitHub does, for the person whose address this is; a page has no other way to it. */
export const githubOf = (email: string, verified = true) => ({
  providerFetch: async (url: string) => {
    const answers: Record<string, unknown> = {
      'https://github.com/login/oauth/access_token': { access_token: 'token', token_type: 'bearer' },
      'https://api.github.com/user': { id: 1, login: 'octocat', name: 'Ada Lovelace' },
      'https://api.github.com/user/emails': [{ email, primary: true, verified }],
    }
    return new Response(JSON.stringify(answers[url]), { headers: { 'content-type': 'application/json' } })
  },
})

/** Comes back from a provider to which a person was sent; resolves to where that leads. */
export async function comeBack(
  { browser }: PageWorld,
  url: string,
  said: Record<string, string> = { code: 'a code' },
): Promise<string | null> {
  const state = new URL(url).searchParams.get('state') ?? ''
  const answer = await browser.fetch(`/v1/oauth_callback?${new URLSearchParams({ ...said, state })}`)
  return answer.headers.get('location')
}

/** Goes to GitHub and comes back, before the page is drawn. */
export async function visitGithub(
  world: PageWorld,
  at: 'sign_ins' | 'sign_ups',
  said?: Record<string, string>,
): Promise<void> {
  const redirect_url = window.location.href
  const { body } = await world.browser.post(`/v1/client/${at}`, { strategy: 'oauth_github', redirect_url })
  const { first_factor_verification, verifications } = body.response
  const { external_verification_redirect_url: url } =
    first_factor_verification ?? verifications.external_account
  await comeBack(world, url, said)
}

/** Connects the account at GitHub of the person who is signed in. */
export async function connectGithub(world: PageWorld, said?: Record<string, string>): Promise<void> {
  const redirect_url = window.location.href
  const fields = { strategy: 'oauth_github', redirect_url }
  const { body } = await world.browser.post('/v1/me/external_accounts', fields)
  await comeBack(world, body.response.verification.external_verification_redirect_url, said)
}

/** A provider has led to the page of the story. */
export const landFromProvider = () => {
  const url = new URL(window.location.href)
  url.searchParams.set('__usher_sso', '1')
  window.history.replaceState(null, '', url)
}

/** The page of the next story is one to which no provider has led. */
export function leaveLanding(): void {
  const url = new URL(window.location.href)
  url.searchParams.delete('__usher_sso')
  window.history.replaceState(null, '', url)
}
