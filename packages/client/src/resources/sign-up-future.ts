import type { SignUpJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type EmailLinkLanding, onThisPage, readLanding } from '../email-links/read-landing.ts'
import type { SsoParams } from '../oauth/params.ts'
import { ssoOf } from '../oauth/sso.ts'
import { signUpAttempt } from '../queries/attempt.ts'
import { ClerkRuntimeError } from '../transport/errors.ts'
import { type FinalizeParams, type FutureResult, futureActions } from './attempt-future.ts'
import { memo } from './memo.ts'
import { type SignUpParams, type SignUpResource, toSignUp } from './sign-up.ts'

type Actions =
  | 'create'
  | 'update'
  | 'upsert'
  | 'prepareVerification'
  | 'attemptVerification'
  | 'prepareEmailAddressVerification'
  | 'attemptEmailAddressVerification'
  | 'preparePhoneNumberVerification'
  | 'attemptPhoneNumberVerification'
  | 'createEmailLinkFlow'
  | 'waitForEmailLink'
  | 'authenticateWithRedirect'
  | 'authenticateWithPopup'
  | 'reload'
  | 'status'

/** A sign-up for an app's own screens: no action rejects, each resolves to `{ error }`. */
export type SignUpFutureResource = Omit<SignUpResource, Actions | 'verifications'> & {
  status: SignUpJSON['status']
  create(params: SignUpParams): Promise<FutureResult>
  update(params: SignUpParams): Promise<FutureResult>
  /** Begins a sign-up with a password, or adds the password to the open one. */
  password(params: SignUpParams & { password: string }): Promise<FutureResult>
  verifications: SignUpResource['verifications'] & {
    sendEmailCode(): Promise<FutureResult>
    verifyEmailCode(params: { code: string }): Promise<FutureResult>
    /** `verificationUrl` is the page of the app that the link leads to; it may be a path. */
    sendEmailLink(params: { verificationUrl: string }): Promise<FutureResult>
    /** Resolves when the link was confirmed or is too old. */
    waitForEmailLinkVerification(): Promise<FutureResult>
    /** What the address bar says of a link that led to this page; null when none did. */
    emailLinkVerification: EmailLinkLanding | null
    sendPhoneCode(params?: { channel?: 'sms' }): Promise<FutureResult>
    verifyPhoneCode(params: { code: string }): Promise<FutureResult>
  }
  /** Leaves for a provider, or sends a window there that was opened for it. */
  sso(params: SsoParams): Promise<FutureResult>
  /** Somebody came back from a provider who belongs to the other of signing in and signing up: create with `transfer`. */
  isTransferable: boolean
  /** The session that this browser has already; the attempt can end in it. */
  existingSession: { sessionId: string } | undefined
  /** Activates the session of the completed sign-up. */
  finalize(params?: FinalizeParams): Promise<FutureResult>
  /** Forgets the attempt on this side; the next action begins another one. */
  reset(): Promise<FutureResult>
}

export const toSignUpFuture = memo((json: SignUpJSON, api: Api): SignUpFutureResource => {
  const facts = toSignUp(json, api)
  const store = signUpAttempt(api)
  const { run, finalize, reset } = futureActions(api, store)
  const send = (path: string, method: 'POST' | 'PATCH', fields: object) =>
    api.transport.call<SignUpJSON>(`/client/sign_ups${path}`, { method, fields: { ...fields } })
  const { current } = store
  const verify = (action: string, strategy: string, fields: object) =>
    run(() =>
      send(`/${required(current()).id}/${action}_verification`, 'POST', {
        strategy,
        ...fields,
      }),
    )
  return {
    ...facts,
    status: json.status,
    create: (params) => run(() => send('', 'POST', params)),
    update: (params) => run(() => send(`/${required(current()).id}`, 'PATCH', params)),
    password: (params) => {
      const open = current()
      const fields = { strategy: 'password', ...params }
      return run(() => (open ? send(`/${open.id}`, 'PATCH', fields) : send('', 'POST', fields)))
    },
    verifications: {
      ...facts.verifications,
      sendEmailCode: () => verify('prepare', 'email_code', {}),
      verifyEmailCode: ({ code }) => verify('attempt', 'email_code', { code }),
      sendEmailLink: ({ verificationUrl }) =>
        verify('prepare', 'email_link', { redirectUrl: onThisPage(verificationUrl) }),
      waitForEmailLinkVerification: () =>
        run(async () => {
          const { id } = required(current())
          await facts.waitForEmailLink()
          return api.transport.call<SignUpJSON>(`/client/sign_ups/${id}`)
        }),
      get emailLinkVerification() {
        return readLanding(api)
      },
      sendPhoneCode: ({ channel = 'sms' } = {}) => verify('prepare', 'phone_code', { channel }),
      verifyPhoneCode: ({ code }) => verify('attempt', 'phone_code', { code }),
    },
    ...ssoOf(api, run, 'sign_ups', json),
    finalize,
    reset,
  }
})

function required(json: SignUpJSON | null): SignUpJSON {
  if (json) return json
  throw new ClerkRuntimeError('There is no open sign-up. Call create() first.', { code: 'no_open_sign_up' })
}
