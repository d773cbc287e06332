import { ClerkOfflineError, ClerkRuntimeError } from '@usher/client'
import type { GetToken } from '../hooks/use-auth.ts'
import { publishedClerk } from './published-clerk.ts'

const patience = 10_000

/**
 * The token for a backend, from anywhere in the browser: for interceptors and data layers outside of React. Waits until
 * it is known who is signed in; null when nobody is. Rejects with a `ClerkRuntimeError` outside of a browser
 * (`clerk_runtime_not_browser`) and when no provider is there within 10 s (`clerk_runtime_load_timeout`), and with a
 * `ClerkOfflineError` when the server cannot be reached. `POST /v1/client/sessions/{id}/tokens`
 */
export const getToken: GetToken = async (options) => {
  if (typeof window === 'undefined')
    throw new ClerkRuntimeError('getToken() works in a browser only. On a server read the request instead.', {
      code: 'clerk_runtime_not_browser',
    })
  const waited = new AbortController()
  const timer = setTimeout(() => waited.abort(tooLate()), patience)
  const clerk = await publishedClerk(waited.signal).finally(() => clearTimeout(timer))
  if (clerk.status === 'loading') await clerk.load()
  if (!clerk.loaded) throw new ClerkOfflineError()
  return (await clerk.session?.getToken(options)) ?? null
}

const tooLate = () =>
  new ClerkRuntimeError('getToken() waited 10 s for a <ClerkProvider>. Put one around the app.', {
    code: 'clerk_runtime_load_timeout',
  })
