import type { ClientJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import { type SessionResource, toSession } from './session.ts'
import { noSignIn, type SignInResource, toSignIn } from './sign-in.ts'
import { noSignUp, type SignUpResource, toSignUp } from './sign-up.ts'

/** This browser: its sessions and its open attempts. */
export type ClientResource = {
  id: string | undefined
  sessions: SessionResource[]
  /** Sessions that count as signed in. */
  signedInSessions: SessionResource[]
  signIn: SignInResource
  signUp: SignUpResource
  lastActiveSessionId: string | null
  lastAuthenticationStrategy: string | null
  captchaBypass: boolean
  cookieExpiresAt: Date | null
  createdAt: Date
  updatedAt: Date
  reload(): Promise<void>
}

export const toClient = memo((json: ClientJSON, api: Api): ClientResource => {
  const sessions = json.sessions.map((session) => toSession(session, api))
  return {
    ...camelize(json),
    id: json.id ?? undefined,
    sessions,
    signedInSessions: sessions.filter(({ status }) => status === 'active' || status === 'pending'),
    signIn: toSignIn(json.sign_in ?? noSignIn, api),
    signUp: toSignUp(json.sign_up ?? noSignUp, api),
    reload: () => api.refresh(),
  }
})
