export {
  SessionList,
  type SessionListProps,
  UserButton,
  type UserButtonProps,
  UserProfile,
  type UserProfileProps,
} from '@usher/components'
export {
  ClerkLoaded,
  ClerkLoading,
  RedirectToUserProfile,
  SignedIn,
  SignedOut,
  SignOutButton,
  type SignOutButtonProps,
} from '@usher/hooks'
export { ClerkProvider, type ClerkProviderProps } from './clerk-provider.tsx'
export {
  AuthenticateWithRedirectCallback,
  type HandleOAuthCallbackParams,
  MultisessionAppSupport,
  RedirectToSignIn,
  RedirectToSignUp,
  SignIn,
  SignInButton,
  type SignInButtonProps,
  type SignInProps,
  SignUp,
  SignUpButton,
  type SignUpButtonProps,
  type SignUpProps,
} from './components.tsx'
export { isMagicLinkError, MagicLinkErrorCode } from './errors.ts'
export {
  type UseAuthReturn,
  type UseOrganizationsReturn,
  type UseSessionListReturn,
  type UseSessionReturn,
  type UseSignInReturn,
  type UseSignUpReturn,
  type UseUserReturn,
  useAuth,
  useMagicLink,
  useOrganizations,
  useSession,
  useSessionList,
  useSignIn,
  useSignUp,
  useUser,
} from './hooks.ts'
export type { RedirectOptions } from './redirects.ts'
export type {
  ActiveSessionResource,
  ClientResource,
  EmailAddressResource,
  ExternalAccountResource,
  MagicLinkFlow,
  SessionResource,
  SignInResource,
  SignUpResource,
  UserResource,
} from './resources.ts'
export { type Clerk, type SetActive, type SetActiveParams, type SetSession, useClerk } from './use-clerk.ts'
export { WithClerk, WithSession, WithUser, withClerk, withSession, withUser } from './with.tsx'
