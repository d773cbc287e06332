export type {
  Clerk,
  ClientResource,
  EmailAddressResource,
  ExternalAccountResource,
  PasskeyResource,
  PhoneNumberResource,
  SessionResource,
  UserResource,
} from '@usher/client'
export {
  isWebAuthnAutofillSupported,
  isWebAuthnPlatformAuthenticatorSupported,
  isWebAuthnSupported,
} from '@usher/client'
export { ClerkDegraded, ClerkFailed, ClerkLoaded, ClerkLoading } from './guards/clerk-status.tsx'
export { RedirectToSignIn } from './guards/redirect-to-sign-in.tsx'
export { RedirectToSignUp } from './guards/redirect-to-sign-up.tsx'
export { RedirectToTasks } from './guards/redirect-to-tasks.tsx'
export { RedirectToUserProfile } from './guards/redirect-to-user-profile.tsx'
export { Show, type ShowProps } from './guards/show.tsx'
export { SignInButton, type SignInButtonProps } from './guards/sign-in-button.tsx'
export { SignOutButton, type SignOutButtonProps } from './guards/sign-out-button.tsx'
export { SignUpButton, type SignUpButtonProps } from './guards/sign-up-button.tsx'
export { SignedIn } from './guards/signed-in.tsx'
export { SignedOut } from './guards/signed-out.tsx'
export type { AttemptErrors, FieldError } from './hooks/attempt-errors.ts'
export { useAskedReverification } from './hooks/use-asked-reverification.ts'
export { type GetToken, type UseAuthReturn, useAuth } from './hooks/use-auth.ts'
export { useClerk } from './hooks/use-clerk.ts'
export { useEmailLink } from './hooks/use-email-link.ts'
export { useEnvironment } from './hooks/use-environment.ts'
export { useModal } from './hooks/use-modal.ts'
export {
  type NeedsReverification,
  type UseReverificationOptions,
  useReverification,
} from './hooks/use-reverification.ts'
export { type UseSessionReturn, useSession } from './hooks/use-session.ts'
export { type UseSessionListReturn, useSessionList } from './hooks/use-session-list.ts'
export { type UseSignInReturn, useSignIn } from './hooks/use-sign-in.ts'
export { type UseSignUpReturn, useSignUp } from './hooks/use-sign-up.ts'
export { type UseUserReturn, useUser } from './hooks/use-user.ts'
export { type UseUserSessionsReturn, useUserSessions } from './hooks/use-user-sessions.ts'
export { type UseWaitlistReturn, useWaitlist } from './hooks/use-waitlist.ts'
export { type InitialState, useClerkContext, useLook } from './provider/clerk-context.ts'
export { ClerkProvider, type ClerkProviderProps } from './provider/clerk-provider.tsx'
export { getToken } from './provider/get-token.ts'
export { AuthenticateWithRedirectCallback } from './sso/authenticate-with-redirect-callback.tsx'
export { HandleSSOCallback, type HandleSSOCallbackProps } from './sso/handle-sso-callback.tsx'
