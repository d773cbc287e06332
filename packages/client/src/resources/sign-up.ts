import type { SignUpJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type EmailLinkFlow, emailLinkActions } from '../email-links/email-link-flow.ts'
import type { AuthenticateParams } from '../oauth/params.ts'
import { providerActions } from '../oauth/provider-actions.ts'
import { camelize } from '../transport/camelize.ts'
import { memo } from './memo.ts'
import type { UnsafeMetadata } from './metadata.ts'
import { toSignUpVerification, toVerification } from './verification.ts'

export type SignUpParams = {
  emailAddress?: string
  phoneNumber?: string
  username?: string
  password?: string
  firstName?: string
  lastName?: string
  /** Kept with the user once the sign-up is complete. */
  unsafeMetadata?: UnsafeMetadata | undefined
  legalAccepted?: boolean
  locale?: string
  strategy?: string
  ticket?: string
  transfer?: boolean
  /** With the strategy of a provider: the page that takes up what it says, and where to go when nothing more is needed. */
  redirectUrl?: string
  actionCompleteRedirectUrl?: string
}

/** How an address is proved: by a code, or by a link to a page of the app. */
export type EmailAddressStrategy =
  | { strategy: 'email_code' }
  | { strategy: 'email_link'; redirectUrl: string }

/** An attempt to sign up. Every action resolves to the attempt as it is afterwards. */
export type SignUpResource = {
  id: string | undefined
  status: SignUpJSON['status'] | null
  requiredFields: string[]
  optionalFields: string[]
  missingFields: string[]
  unverifiedFields: string[]
  verifications: {
    emailAddress: ReturnType<typeof toSignUpVerification>
    phoneNumber: ReturnType<typeof toSignUpVerification>
    externalAccount: ReturnType<typeof toVerification>
  }
  emailAddress: string | null
  phoneNumber: string | null
  username: string | null
  firstName: string | null
  lastName: string | null
  hasPassword: boolean
  unsafeMetadata: UnsafeMetadata
  createdSessionId: string | null
  createdUserId: string | null
  abandonAt: number | null
  legalAcceptedAt: number | null
  locale: string | null
  /** `POST /v1/client/sign_ups` */
  create(params: SignUpParams): Promise<SignUpResource>
  /** `PATCH /v1/client/sign_ups/{id}` */
  update(params: SignUpParams): Promise<SignUpResource>
  /** Begins a sign-up, or goes on with the open one. */
  upsert(params: SignUpParams): Promise<SignUpResource>
  /** `POST /v1/client/sign_ups/{id}/prepare_verification` */
  prepareVerification(params: { strategy: string; redirectUrl?: string }): Promise<SignUpResource>
  /** `POST /v1/client/sign_ups/{id}/attempt_verification` */
  attemptVerification(params: { strategy: string; code: string }): Promise<SignUpResource>
  prepareEmailAddressVerification(params?: EmailAddressStrategy): Promise<SignUpResource>
  attemptEmailAddressVerification(params: { code: string }): Promise<SignUpResource>
  preparePhoneNumberVerification(params?: { strategy: 'phone_code' }): Promise<SignUpResource>
  attemptPhoneNumberVerification(params: { code: string }): Promise<SignUpResource>
  /** Proves the address with a link; `redirectUrl` is the page of the app that it leads to. */
  createEmailLinkFlow(): EmailLinkFlow<{ redirectUrl: string }, SignUpResource>
  /** Resolves when the link that is under way was confirmed or is too old; ours, beside Clerk's names. */
  waitForEmailLink(signal?: AbortSignal): Promise<void>
  /** Leaves for a provider; `redirectUrl` takes up what it says. */
  authenticateWithRedirect(params: AuthenticateParams): Promise<void>
  /** The same in a window that was opened for it. */
  authenticateWithPopup(params: AuthenticateParams & { popup: Window | null }): Promise<void>
  /** `GET /v1/client/sign_ups/{id}` */
  reload(): Promise<SignUpResource>
}

export const toSignUp = memo(
  (json: SignUpJSON, api: Api): SignUpResource => ({ ...factsOf(json, api), ...actionsOf(json, api) }),
)

function factsOf(json: SignUpJSON, api: Api) {
  return {
    ...camelize(json),
    id: json.id || undefined,
    status: json.id ? json.status : null,
    verifications: {
      emailAddress: toSignUpVerification(json.verifications.email_address, api),
      phoneNumber: toSignUpVerification(json.verifications.phone_number, api),
      externalAccount: toVerification(json.verifications.external_account, api),
    },
    abandonAt: json.abandon_at || null,
    legalAcceptedAt: json.legal_accepted_at,
  }
}

function actionsOf(json: SignUpJSON, api: Api) {
  const path = `/client/sign_ups/${json.id}`
  const send = async (to: string, method: 'POST' | 'PATCH', fields: object) =>
    toSignUp(await api.transport.call<SignUpJSON>(to, { method, fields: { ...fields } }), api)
  const create = (params: SignUpParams) => send('/client/sign_ups', 'POST', params)
  const update = (params: SignUpParams) => send(path, 'PATCH', params)
  const reload = async () => toSignUp(await api.transport.call<SignUpJSON>(path), api)
  const prepare = (params: { strategy: string }) => send(`${path}/prepare_verification`, 'POST', params)
  const attempt = (params: { strategy: string; code: string }) =>
    send(`${path}/attempt_verification`, 'POST', params)
  return {
    create,
    update,
    upsert: (params: SignUpParams) => (json.id ? update(params) : create(params)),
    prepareVerification: prepare,
    attemptVerification: attempt,
    prepareEmailAddressVerification: (params: EmailAddressStrategy = { strategy: 'email_code' }) =>
      prepare(params),
    attemptEmailAddressVerification: ({ code }: { code: string }) =>
      attempt({ strategy: 'email_code', code }),
    preparePhoneNumberVerification: (params = { strategy: 'phone_code' as const }) => prepare(params),
    attemptPhoneNumberVerification: ({ code }: { code: string }) => attempt({ strategy: 'phone_code', code }),
    reload,
    ...providerActions(api, 'sign_ups', json.id),
    ...emailLinkActions(api, {
      path,
      statusOf: ({ verifications }: SignUpJSON) => verifications.email_address?.status,
      prepare: (params: object) => prepare({ strategy: 'email_link', ...params }),
      reload,
    }),
  }
}

/** The sign-up that nobody has begun. */
export const noSignUp: SignUpJSON = {
  object: 'sign_up_attempt',
  id: '',
  status: 'missing_requirements',
  required_fields: [],
  optional_fields: [],
  missing_fields: [],
  unverified_fields: [],
  verifications: { email_address: null, phone_number: null, web3_wallet: null, external_account: null },
  email_address: null,
  phone_number: null,
  web3_wallet: null,
  username: null,
  has_password: false,
  password_enabled: false,
  first_name: null,
  last_name: null,
  unsafe_metadata: {},
  public_metadata: {},
  custom_action: false,
  external_id: null,
  created_session_id: null,
  created_user_id: null,
  abandon_at: 0,
  legal_accepted_at: null,
  locale: null,
  external_account: null,
  protect_check: null,
}
