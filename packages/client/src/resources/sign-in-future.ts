import type { SignInJSON } from '@usher/protocol'
import type { Api } from '../api.ts'
import { type EmailLinkLanding, onThisPage, readLanding } from '../email-links/read-landing.ts'
import type { SsoParams } from '../oauth/params.ts'
import { ssoOf } from '../oauth/sso.ts'
import type { AuthenticateWithPasskeyParams } from '../passkeys/use-passkey.ts'
import { signInAttempt } from '../queries/attempt.ts'
import { ClerkRuntimeError } from '../transport/errors.ts'
import { type FinalizeParams, type FutureResult, futureActions } from './attempt-future.ts'
import { memo } from './memo.ts'
import { type SignInCreateParams, type SignInResource, signInWithPasskey, toSignIn } from './sign-in.ts'

type ByEmail = { emailAddress?: string; emailAddressId?: string }
type ByPhone = { phoneNumber?: string; phoneNumberId?: string; channel?: 'sms' }

/** A sign-in for an app's own screens: no action rejects, each resolves to `{ error }`. */
export type SignInFutureResource = Omit<
  SignInResource,
  | 'create'
  | 'prepareFirstFactor'
  | 'attemptFirstFactor'
  | 'authenticateWithPasskey'
  | 'prepareSecondFactor'
  | 'attemptSecondFactor'
  | 'resetPassword'
  | 'createEmailLinkFlow'
  | 'waitForEmailLink'
  | 'authenticateWithRedirect'
  | 'authenticateWithPopup'
  | 'reload'
  | 'status'
> & {
  status: SignInJSON['status']
  create(params: SignInCreateParams): Promise<FutureResult>
  /** Signs in with a password; without an identifier the one given before counts. */
  password(params: {
    password: string
    identifier?: string
    emailAddress?: string
    phoneNumber?: string
  }): Promise<FutureResult>
  emailCode: {
    sendCode(params?: ByEmail): Promise<FutureResult>
    verifyCode(params: { code: string }): Promise<FutureResult>
  }
  emailLink: {
    /** `verificationUrl` is the page of the app that the link leads to; it may be a path. */
    sendLink(params: ByEmail & { verificationUrl: string }): Promise<FutureResult>
    /** Resolves when the link was confirmed or is too old. */
    waitForVerification(): Promise<FutureResult>
    /** What the address bar says of a link that led to this page; null when none did. */
    verification: EmailLinkLanding | null
  }
  phoneCode: {
    sendCode(params?: ByPhone): Promise<FutureResult>
    verifyCode(params: { code: string }): Promise<FutureResult>
  }
  resetPasswordEmailCode: {
    sendCode(params?: ByEmail): Promise<FutureResult>
    verifyCode(params: { code: string }): Promise<FutureResult>
    submitPassword(params: { password: string; signOutOfOtherSessions?: boolean }): Promise<FutureResult>
  }
  resetPasswordPhoneCode: {
    sendCode(params?: ByPhone): Promise<FutureResult>
    verifyCode(params: { code: string }): Promise<FutureResult>
    submitPassword(params: { password: string; signOutOfOtherSessions?: boolean }): Promise<FutureResult>
  }
  /** Signs in with a passkey of this device. */
  passkey(params?: AuthenticateWithPasskeyParams): Promise<FutureResult>
  /** The second step, when the status is `needs_second_factor`, or a code on a new device: `needs_client_trust`. */
  mfa: {
    sendEmailCode(params?: { emailAddressId?: string }): Promise<FutureResult>
    verifyEmailCode(params: { code: string }): Promise<FutureResult>
    sendPhoneCode(params?: { phoneNumberId?: string }): Promise<FutureResult>
    verifyPhoneCode(params: { code: string }): Promise<FutureResult>
    verifyTOTP(params: { code: string }): Promise<FutureResult>
    verifyBackupCode(params: { code: string }): Promise<FutureResult>
  }
  /** Leaves for a provider, or sends a window there that was opened for it. */
  sso(params: SsoParams): Promise<FutureResult>
  /** Somebody came back from a provider who belongs to the other of signing in and signing up: create with `transfer`. */
  isTransferable: boolean
  /** The session that this browser has already; the attempt can end in it. */
  existingSession: { sessionId: string } | undefined
  /** Activates the session of the completed sign-in. */
  finalize(params?: FinalizeParams): Promise<FutureResult>
  /** Forgets the attempt on this side; the next action begins another one. */
  reset(): Promise<FutureResult>
}

export const toSignInFuture = memo((json: SignInJSON, api: Api): SignInFutureResource => {
  const { create: _, prepareFirstFactor: __, ...facts } = toSignIn(json, api)
  const store = signInAttempt(api)
  const { run, finalize, reset } = futureActions(api, store)
  const post = (path: string, fields: object) =>
    api.transport.call<SignInJSON>(`/client/sign_ins${path}`, { method: 'POST', fields: { ...fields } })
  const { current } = store
  const attempt =
    (strategy: string, factor = 'first') =>
    (params: object) =>
      run(() => post(`/${required(current()).id}/attempt_${factor}_factor`, { strategy, ...params }))
  const send =
    (strategy: string) =>
    async (params: ByEmail & ByPhone = {}, redirectUrl?: string) =>
      run(async () => {
        const identifier = params.emailAddress ?? params.phoneNumber
        const open = identifier ? await post('', { identifier }) : required(current())
        return post(`/${open.id}/prepare_first_factor`, { ...toSend(open, strategy, params), redirectUrl })
      })
  const sendSecond =
    (strategy: string) =>
    (params: object = {}) =>
      run(() => post(`/${required(current()).id}/prepare_second_factor`, { strategy, ...params }))
  const resetBy = (strategy: string) => ({
    sendCode: send(strategy),
    verifyCode: attempt(strategy),
    submitPassword: (params: object) =>
      run(() =>
        post(`/${required(current()).id}/reset_password`, { signOutOfOtherSessions: true, ...params }),
      ),
  })
  return {
    ...facts,
    status: json.status,
    create: (params) => run(() => post('', params)),
    password: ({ password, identifier, emailAddress, phoneNumber }) => {
      const given = identifier ?? emailAddress ?? phoneNumber ?? current()?.identifier ?? undefined
      return run(() => post('', { identifier: given, password }))
    },
    emailCode: { sendCode: send('email_code'), verifyCode: attempt('email_code') },
    emailLink: {
      sendLink: ({ verificationUrl, ...params }) => send('email_link')(params, onThisPage(verificationUrl)),
      waitForVerification: () =>
        run(async () => {
          const { id } = required(current())
          await facts.waitForEmailLink()
          return api.transport.call<SignInJSON>(`/client/sign_ins/${id}`)
        }),
      get verification() {
        return readLanding(api)
      },
    },
    phoneCode: { sendCode: send('phone_code'), verifyCode: attempt('phone_code') },
    resetPasswordEmailCode: resetBy('reset_password_email_code'),
    resetPasswordPhoneCode: resetBy('reset_password_phone_code'),
    passkey: (params) => run(() => signInWithPasskey(api, current(), params)),
    mfa: {
      sendEmailCode: sendSecond('email_code'),
      verifyEmailCode: attempt('email_code', 'second'),
      sendPhoneCode: sendSecond('phone_code'),
      verifyPhoneCode: attempt('phone_code', 'second'),
      verifyTOTP: attempt('totp', 'second'),
      verifyBackupCode: attempt('backup_code', 'second'),
    },
    ...ssoOf(api, run, 'sign_ins', json),
    finalize,
    reset,
  }
})

function toSend(open: SignInJSON, strategy: string, params: ByEmail & ByPhone) {
  const factor = open.supported_first_factors?.find((candidate) => candidate.strategy === strategy)
  const emailAddressId = params.emailAddressId ?? factor?.email_address_id
  const phoneNumberId = params.phoneNumberId ?? factor?.phone_number_id
  return { strategy, emailAddressId, phoneNumberId, channel: params.channel }
}

function required(json: SignInJSON | null): SignInJSON {
  if (json) return json
  throw new ClerkRuntimeError('There is no open sign-in. Call create() with an identifier first.', {
    code: 'no_open_sign_in',
  })
}
