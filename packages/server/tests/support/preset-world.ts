import type { TestBrowser } from '../../src/testing/index.ts'
import { type Answers, createPresetServer } from './preset-answers.ts'
import { createTestServer } from './test-server.ts'

const optional = { enabled: true, required: false, usedForFirstFactor: true, verifyAtSignUp: true }
const secrets = { clientId: 'our id', clientSecret: 'our secret' }

/** A server that knows one provider, and what that answers. */
export async function createPresetWorld(
  key: string,
  answers: Answers,
  settings: Record<string, unknown> = secrets,
) {
  const { asked, providerFetch } = await createPresetServer(answers)
  const server = await createTestServer({
    providerFetch,
    settings: { emailAddress: optional, oauth: { [key]: { clientId: 'our id', ...settings } } },
  })
  return { asked, server, strategy: `oauth_${key}` }
}

/** What the provider sends somebody back with. */
export const callbackOf = (url: string, more: Record<string, string> = {}) => {
  const query = new URL(url).searchParams
  const back = new URL(query.get('redirect_uri') ?? '')
  for (const [name, value] of Object.entries({ code: 'a code', state: query.get('state') ?? '', ...more }))
    back.searchParams.set(name, value)
  return back.href
}

/** Who is signed in. */
export const userOf = async (browser: TestBrowser) =>
  (await browser.get('/v1/client')).body.response.sessions[0]?.user
