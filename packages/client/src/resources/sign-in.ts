import type { SignInFactorJSON, SignInJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type EmailLinkFlow, emailLinkActions } from '../email-links/email-link-flow.ts'
import type { AuthenticateParams } from '../oauth/params.ts'
import { providerActions } from '../oauth/provider-actions.ts'
import type { AuthenticateWithPasskeyParams } from '../passkeys/use-passkey.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import { loadPasskeyUse } from './passkey.ts'
import { toVerification, type VerificationResource } from './verification.ts'

export type SignInFactor = {
  strategy: string
  safeIdentifier?: string
  emailAddressId?: string
  phoneNumberId?: string
  primary?: boolean
  default?: boolean
}

export type SignInCreateParams = {
  identifier?: string
  password?: string
  strategy?: string
  ticket?: string
  transfer?: boolean
  /** An identifier that nobody has leads to a sign-up, once a code has shown whose it is. */
  signUpIfMissing?: boolean
  locale?: string
  /** With the strategy `email_link`: the page that the link leads to. */
  redirectUrl?: string
  /** With the strategy of a provider: where to go when nothing more is needed. */
  actionCompleteRedirectUrl?: string
}

/** An attempt to sign in. Every action resolves to the attempt as it is afterwards. */
export type SignInResource = {
  id: string | undefined
  status: SignInJSON['status'] | null
  supportedIdentifiers: string[]
  supportedFirstFactors: SignInFactor[] | null
  supportedSecondFactors: SignInFactor[] | null
  firstFactorVerification: VerificationResource
  secondFactorVerification: VerificationResource
  identifier: string | null
  userData: { firstName: string | null; lastName: string | null; imageUrl: string; hasImage: boolean } | null
  createdSessionId: string | null
  /** `POST /v1/client/sign_ins` */
  create(params: SignInCreateParams): Promise<SignInResource>
  /** `POST /v1/client/sign_ins/{id}/prepare_first_factor` */
  prepareFirstFactor(params: {
    strategy: string
    emailAddressId?: string | undefined
    phoneNumberId?: string | undefined
    redirectUrl?: string | undefined
  }): Promise<SignInResource>
  /** `POST /v1/client/sign_ins/{id}/attempt_first_factor` */
  attemptFirstFactor(
    params: { strategy: string } & (
      | { password: string }
      | { code: string }
      | { publicKeyCredential: string }
    ),
  ): Promise<SignInResource>
  /** Signs in with a passkey of this device. */
  authenticateWithPasskey(params?: AuthenticateWithPasskeyParams): Promise<SignInResource>
  /** Sends a code or a link after the first factor. `POST /v1/client/sign_ins/{id}/prepare_second_factor` */
  prepareSecondFactor(params: {
    strategy: string
    emailAddressId?: string | undefined
    phoneNumberId?: string | undefined
    redirectUrl?: string | undefined
  }): Promise<SignInResource>
  /** `POST /v1/client/sign_ins/{id}/attempt_second_factor` */
  attemptSecondFactor(params: { strategy: string; code: string }): Promise<SignInResource>
  /** `POST /v1/client/sign_ins/{id}/reset_password` */
  resetPassword(params: {
    password: string
    signOutOfOtherSessions?: boolean | undefined
  }): Promise<SignInResource>
  /** Signs in with a link, or shows with it that a new device is one's own; `redirectUrl` is the page of the app that it leads to. */
  createEmailLinkFlow(): EmailLinkFlow<{ emailAddressId: string; redirectUrl: string }, SignInResource>
  /** Resolves when the link that is under way was confirmed or is too old; ours, beside Clerk's names. */
  waitForEmailLink(signal?: AbortSignal): Promise<void>
  /** Leaves for a provider; `redirectUrl` takes up what it says. */
  authenticateWithRedirect(params: AuthenticateParams): Promise<void>
  /** The same in a window that was opened for it. */
  authenticateWithPopup(params: AuthenticateParams & { popup: Window | null }): Promise<void>
  /** `GET /v1/client/sign_ins/{id}` */
  reload(): Promise<SignInResource>
}

export const toSignIn = memo((json: SignInJSON, api: Api): SignInResource => {
  const path = `/client/sign_ins/${json.id}`
  const post = async (to: string, fields: object) =>
    toSignIn(await api.transport.call<SignInJSON>(to, { method: 'POST', fields: { ...fields } }), api)
  const prepare = (factor: 'first' | 'second') => (params: object) =>
    post(`${path}/prepare_${factor}_factor`, params)
  // What a link is sent for: it was asked for by the attempt as it stands here.
  const next = json.status === 'needs_client_trust' ? 'second' : 'first'
  const reload = async () => toSignIn(await api.transport.call<SignInJSON>(path), api)
  return {
    ...camelize(json),
    id: json.id || undefined,
    status: json.id ? json.status : null,
    supportedFirstFactors: json.supported_first_factors?.map(camelize<SignInFactorJSON>) ?? null,
    supportedSecondFactors: json.supported_second_factors?.map(camelize<SignInFactorJSON>) ?? null,
    firstFactorVerification: toVerification(json.first_factor_verification, api),
    secondFactorVerification: toVerification(json.second_factor_verification, api),
    userData: json.user_data && camelize(json.user_data),
    create: (params) => post('/client/sign_ins', params),
    prepareFirstFactor: prepare('first'),
    attemptFirstFactor: (params) => post(`${path}/attempt_first_factor`, params),
    authenticateWithPasskey: async (params) => toSignIn(await signInWithPasskey(api, json, params), api),
    prepareSecondFactor: prepare('second'),
    attemptSecondFactor: (params) => post(`${path}/attempt_second_factor`, params),
    resetPassword: (params) => post(`${path}/reset_password`, params),
    ...providerActions(api, 'sign_ins', json.id),
    reload,
    ...emailLinkActions(api, {
      path,
      statusOf: (read: SignInJSON) => read[`${next}_factor_verification`]?.status,
      prepare: (params: object) => prepare(next)({ strategy: 'email_link', ...params }),
      reload,
    }),
  }
})

/** Signs in with a passkey; without a `flow` it goes on with the attempt. */
export const signInWithPasskey = async (
  api: Api,
  attempt: SignInJSON | null,
  params?: AuthenticateWithPasskeyParams,
): Promise<SignInJSON> => (await loadPasskeyUse()).authenticateWithPasskey(api, attempt?.id, params)

/** The sign-in that nobody has begun. */
export const noSignIn: SignInJSON = {
  object: 'sign_in_attempt',
  id: '',
  status: 'needs_identifier',
  supported_identifiers: [],
  supported_first_factors: null,
  supported_second_factors: null,
  first_factor_verification: null,
  second_factor_verification: null,
  identifier: null,
  user_data: null,
  created_session_id: null,
  abandon_at: 0,
}
