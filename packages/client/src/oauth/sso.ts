import type { SignInJSON, SignUpJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import type { FutureResult } from '../resources/attempt-future.ts'
import type { AttemptPath } from './authenticate.ts'
import type { SsoParams } from './params.ts'

type AnyAttempt = SignInJSON | SignUpJSON

/** What an app's own screen does with a provider, and reads when somebody has come back. */
export const ssoOf = <Json extends AnyAttempt>(
  api: Api,
  run: (work: () => Promise<Json>) => Promise<FutureResult>,
  at: AttemptPath,
  json: Json,
) => {
  const verification =
    'verifications' in json ? json.verifications.external_account : json.first_factor_verification
  const sessionId = verification?.error?.meta.session_id
  return {
    isTransferable: verification?.status === 'transferable',
    existingSession: typeof sessionId === 'string' ? { sessionId } : undefined,
    sso: ({ redirectUrl, redirectCallbackUrl, ...more }: SsoParams) =>
      run(async () => {
        const { authenticate } = await import('./later.ts')
        const params = { ...more, redirectUrl: redirectCallbackUrl, redirectUrlComplete: redirectUrl }
        return authenticate<Json>(api, at, { id: undefined, params })
      }),
  }
}
