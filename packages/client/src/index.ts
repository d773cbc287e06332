export type { Api, NavigateAfter, SetActiveParams } from './api.ts'
export { askAgain, cancelled, wantedLevel } from './clerk/ask-again.ts'
export { createClerk } from './clerk/create-clerk.ts'
export type { AskedReverification } from './clerk/reverifications.ts'
export type {
  Clerk,
  ClerkOptions,
  ClerkStatus,
  Navigate,
  OpenModal,
  RedirectParams,
  Resources,
  SignOutOptions,
  TaskUrls,
} from './clerk/types.ts'
export {
  EmailLinkError,
  EmailLinkErrorCodeStatus,
  type EmailLinkErrorStatus,
  isEmailLinkError,
} from './email-links/email-link-error.ts'
export type { EmailLinkFlow } from './email-links/email-link-flow.ts'
export { type EmailLinkLanding, readLanding } from './email-links/read-landing.ts'
export type { AuthenticateParams, RedirectCallbackParams, SsoParams } from './oauth/params.ts'
export type { CallbackOutcome, SettleParams } from './oauth/settle-callback.ts'
export {
  isWebAuthnAutofillSupported,
  isWebAuthnPlatformAuthenticatorSupported,
  isWebAuthnSupported,
} from './passkeys/support.ts'
export type { AuthenticateWithPasskeyParams } from './passkeys/use-passkey.ts'
export { type AttemptStore, signInAttempt, signUpAttempt } from './queries/attempt.ts'
export { userSessionsKey, userSessionsQuery } from './queries/session.ts'
export type { FutureResult } from './resources/attempt-future.ts'
export { type ClientResource, toClient } from './resources/client.ts'
export type { EmailAddressResource } from './resources/email-address.ts'
export type { ExternalAccountResource } from './resources/external-account.ts'
export type { PasskeyResource } from './resources/passkey.ts'
export type { PhoneNumberResource } from './resources/phone-number.ts'
export type { BackupCodeResource, TOTPResource } from './resources/second-factors.ts'
export {
  type PublicUserData,
  type SessionResource,
  type SessionTask,
  toSession,
} from './resources/session.ts'
export type { SessionVerificationResource } from './resources/session-verification.ts'
export {
  type SessionWithActivitiesResource,
  toSessionWithActivities,
} from './resources/session-with-activities.ts'
export { noSignIn, type SignInResource } from './resources/sign-in.ts'
export { type SignInFutureResource, toSignInFuture } from './resources/sign-in-future.ts'
export { noSignUp, type SignUpResource } from './resources/sign-up.ts'
export { type SignUpFutureResource, toSignUpFuture } from './resources/sign-up-future.ts'
export { toUser, type UserResource } from './resources/user.ts'
export type { VerificationResource } from './resources/verification.ts'
export { isAllowed, type Reverification, readReverification } from './tokens/check-age.ts'
export { readClaims, type SessionClaims } from './tokens/read-claims.ts'
export {
  type ClerkAPIError,
  ClerkAPIResponseError,
  ClerkOfflineError,
  ClerkRuntimeError,
  isClerkAPIResponseError,
  isClerkRuntimeError,
  isKnownError,
  isMetamaskError,
  isReverificationCancelledError,
} from './transport/errors.ts'
