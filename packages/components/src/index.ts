export { PortalProvider as UNSAFE_PortalProvider } from '@usher/primitives'
export { AppearanceProvider, useAppearance, useElementClass } from './appearance/appearance-context.tsx'
export type {
  Appearance,
  AppearanceScope,
  ElementStyle,
  Elements,
  Options,
  ProviderAppearance,
  Theme,
  Variables,
} from './appearance/types.ts'
export type { MessageKey } from './messages/en/keys.ts'
export type { Piece, Values } from './messages/format.ts'
export {
  type Catalog,
  type MessageError,
  type Messages,
  MessagesProvider,
  Text,
  useMessages,
} from './messages/messages-context.tsx'
export { ClerkProvider, type ClerkProviderProps } from './modals/clerk-provider.tsx'
export { SessionList, type SessionListProps } from './session-list/session-list.tsx'
export { SignIn } from './sign-in/sign-in.tsx'
export type { SignInProps } from './sign-in/sign-in-card.tsx'
export { SignUp, type SignUpProps } from './sign-up/sign-up.tsx'
export { TaskResetPassword, type TaskResetPasswordProps } from './tasks/task-reset-password.tsx'
export { TaskSetupMFA, type TaskSetupMFAProps } from './tasks/task-setup-mfa.tsx'
export { UserAvatar, type UserAvatarProps } from './user-avatar/user-avatar.tsx'
export { UserButton, type UserButtonProps } from './user-button/user-button.tsx'
export { UserProfile, type UserProfileProps } from './user-profile/user-profile.tsx'
export { Waitlist, type WaitlistProps } from './waitlist/waitlist.tsx'
