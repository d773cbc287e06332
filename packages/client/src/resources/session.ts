import type { PublicUserDataJSON, SessionJSON, TokenJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { isAllowed, type Reverification } from '../tokens/check-age.ts'
import { readClaims } from '../tokens/read-claims.ts'
import { camelize } from '../transport/camelize.ts'
import { ClerkRuntimeError, isClerkAPIResponseError } from '../transport/errors.ts'
import { memo } from './memo.ts'
import type { SessionVerificationActions } from './session-verification.ts'
import { toUser, type UserResource } from './user.ts'

export type PublicUserData = {
  firstName: string | null
  lastName: string | null
  imageUrl: string
  hasImage: boolean
  identifier: string
  userId: string
  username: string | null
}

export type SessionTask = { key: 'reset-password' | 'setup-mfa' }

export type GetTokenOptions = {
  /** Asks the server even when the known token is still good. */
  skipCache?: boolean | undefined
  /** A token in the shape of this template. Rejects with `token_template_not_found` when the server has none so named. */
  template?: string | undefined
}

/** A session of this browser. */
export type SessionResource = SessionVerificationActions<SessionResource> & {
  id: string
  status: SessionJSON['status']
  expireAt: Date
  abandonAt: Date
  lastActiveAt: Date
  lastActiveOrganizationId: string | null
  /** Who acts as the user: a person of the app, by whatever name it gave. */
  actor: { sub: string; [claim: string]: unknown } | null
  /** Minutes since the first and the second factor; -1 means never. */
  factorVerificationAge: [number, number] | null
  /** What the person has to do before the session counts, while it is `pending`. */
  tasks: SessionTask[] | null
  /** The first of them. */
  currentTask: SessionTask | undefined
  user: UserResource | null
  publicUserData: PublicUserData
  lastActiveToken: { jwt: string; getRawString(): string } | null
  createdAt: Date
  updatedAt: Date
  /** A token for a backend, good for 60 s; null when the session has ended. `POST /v1/client/sessions/{id}/tokens` */
  getToken(options?: GetTokenOptions): Promise<string | null>
  /** Tells the server that the session is in use. `POST /v1/client/sessions/{id}/touch` */
  touch(params?: { intent?: string }): Promise<SessionResource>
  /** `POST /v1/client/sessions/{id}/end` */
  end(): Promise<SessionResource>
  /** `POST /v1/client/sessions/{id}/remove` */
  remove(): Promise<SessionResource>
  clearCache(): void
  /** Whether the person proved lately enough who they are; nobody has roles, permissions, features or plans here. */
  checkAuthorization(params: { reverification?: Reverification; [other: string]: unknown }): boolean
}

export const toSession = memo((json: SessionJSON, api: Api): SessionResource => {
  const post = async (action: string, fields: object = {}) =>
    toSession(
      await api.transport.call<SessionJSON>(`/client/sessions/${json.id}/${action}`, {
        method: 'POST',
        fields: { ...fields },
      }),
      api,
    )
  const verifies = (step: string) => async (fields: object) =>
    (await loadVerification()).verify(api, json.id, step, fields, toSession)
  const verification = {
    startVerification: verifies(''),
    prepareFirstFactorVerification: verifies('prepare_first'),
    attemptFirstFactorVerification: verifies('attempt_first'),
    prepareSecondFactorVerification: verifies('prepare_second'),
    attemptSecondFactorVerification: verifies('attempt_second'),
  }
  return {
    ...camelize(json),
    ...tasksOf(json),
    user: json.user ? toUser(json.user, api) : null,
    publicUserData: camelize(json.public_user_data ?? ({} as PublicUserDataJSON)),
    get lastActiveToken() {
      const jwt = api.tokens.peek(json.id)
      return jwt === null ? null : { jwt, getRawString: () => jwt }
    },
    getToken: ({ template, ...options } = {}) =>
      template ? templateToken(api, json.id, template) : api.tokens.get(json.id, options),
    touch: (params) => post('touch', { activeOrganizationId: '', ...params }),
    end: () => post('end'),
    remove: () => post('remove'),
    clearCache: () => api.tokens.forget(json.id),
    checkAuthorization: (params) => {
      // Of the token, because that is renewed while the page is open.
      const age = readClaims(api.tokens.peek(json.id) ?? '')?.fva ?? json.factor_verification_age
      return isAllowed(params, age)
    },
    ...verification,
    verifyWithPasskey: async ({ level } = {}) =>
      (await loadVerification()).verifyWithPasskey(verification, level),
  }
})

// A server names only tasks that its own kit can draw.
function tasksOf({ tasks }: SessionJSON): Pick<SessionResource, 'tasks' | 'currentTask'> {
  const known = tasks as SessionTask[] | null
  return { tasks: known, currentTask: known?.[0] }
}

const loadVerification = () => import('./session-verification.ts')

async function templateToken({ transport }: Api, sessionId: string, template: string): Promise<string> {
  const path = `/client/sessions/${sessionId}/tokens/${encodeURIComponent(template)}`
  try {
    return (await transport.call<TokenJSON>(path, { method: 'POST' })).jwt
  } catch (cause) {
    if (!isClerkAPIResponseError(cause) || cause.status !== 404) throw cause
    throw new ClerkRuntimeError(
      `The server has no token template "${template}". Call getToken() without one for a session token.`,
      { code: 'token_template_not_found', cause },
    )
  }
}
