export type { Failure, FieldErrors, FlowActionKind, FlowError, GlobalError } from './action/failure.ts'
export type { ErrorText } from './action/flow-form.tsx'
export type { CodeProps, FlowProps, FocusTarget } from './action/flow-props.ts'
export { type LinkLandingOptions, useLinkLanding } from './link/link-landing.controller.ts'
export type { LinkLandingProps } from './link/link-landing.props.ts'
export { useLinkWait } from './link/use-link-wait.ts'
export {
  type PasswordRule,
  type PasswordRuleId,
  type PasswordSettings,
  type PasswordVerdict,
  passwordRules,
} from './password/password-rules.ts'
export { useConnectedAccounts } from './profile/connected-accounts.controller.ts'
export type { ConnectedAccount, ConnectedAccountsProps } from './profile/connected-accounts.props.ts'
export type { ContactRow, ContactsPanel } from './profile/contacts.machine.ts'
export { useDangerZone } from './profile/danger-zone.controller.ts'
export { useEmailAddresses } from './profile/email-addresses.controller.ts'
export * as ProfileFlow from './profile/parts.tsx'
export { usePasskeys } from './profile/passkeys.controller.ts'
export type { PasskeyRow, PasskeysPanel } from './profile/passkeys.machine.ts'
export { usePasswordSection } from './profile/password-section.controller.ts'
export { usePhoneNumbers } from './profile/phone-numbers.controller.ts'
export type {
  ContactsProps,
  DangerZoneProps,
  PasskeysProps,
  PasswordSectionProps,
  ProfileField,
  ProfileFormProps,
  ProfileNamesProps,
  ProfilePictureProps,
  SecondFactorsProps,
  UsernameProps,
} from './profile/profile.props.ts'
export { useProfileNames } from './profile/profile-names.controller.ts'
export { useProfilePicture } from './profile/profile-picture.controller.ts'
export type { PicturePanel } from './profile/profile-picture.machine.ts'
export { useSecondFactors } from './profile/second-factors.controller.ts'
export type { AddableFactor, SecondFactorRow, SecondFactorsPanel } from './profile/second-factors.machine.ts'
export { useUsername } from './profile/username.controller.ts'
export * as ReverificationFlow from './reverification/parts.tsx'
export { useReverificationFlow } from './reverification/reverification.controller.ts'
export type { ReverificationField, ReverificationProps } from './reverification/reverification.props.ts'
export type { ReverificationStep, ReverificationStepName } from './reverification/reverification-step.ts'
export { useActiveSessions } from './sessions/active-sessions.controller.ts'
export type {
  ActiveSession,
  ActiveSessionsProps,
  BrowserAccount,
  UserButtonOptions,
  UserButtonProps,
} from './sessions/sessions.props.ts'
export { useUserButton } from './sessions/user-button.controller.ts'
export * as SignInFlow from './sign-in/parts.ts'
export { useSignInFlow } from './sign-in/sign-in.controller.ts'
export {
  type Newcomer,
  type SignInAttempt,
  type SignInChoice,
  type SignInFactor,
  type SignInIdentity,
  type SignInMethod,
  type SignInSituation,
  type SignInStep,
  type SignInStepName,
  signInStep,
} from './sign-in/sign-in.machine.ts'
export type { SignInField, SignInFlowOptions, SignInFlowProps } from './sign-in/sign-in.props.ts'
export { useSignInContext } from './sign-in/sign-in-context.ts'
export * as SignUpFlow from './sign-up/parts.ts'
export { useSignUpFlow } from './sign-up/sign-up.controller.ts'
export {
  type SignUpAttempt,
  type SignUpAttributes,
  type SignUpChoice,
  type SignUpField,
  type SignUpFieldName,
  type SignUpStep,
  type SignUpStepName,
  signUpFields,
  signUpStep,
} from './sign-up/sign-up.machine.ts'
export type { SignUpFlowOptions, SignUpFlowProps, SignUpValues } from './sign-up/sign-up.props.ts'
export { useSignUpContext } from './sign-up/sign-up-context.ts'
export { useSso } from './sso/sso.controller.ts'
export type { SsoOptions, SsoProps, SsoProvider } from './sso/sso.props.ts'
export { type SsoLandingOptions, type SsoLandingProps, useSsoLanding } from './sso/sso-landing.controller.ts'
export * as TaskFlow from './tasks/parts.tsx'
export { useResetPasswordTask } from './tasks/reset-password-task.controller.ts'
export { useSessionTask } from './tasks/session-task.controller.ts'
export { useSetupMfaTask } from './tasks/setup-mfa-task.controller.ts'
export type {
  ResetPasswordTaskProps,
  SessionTaskOptions,
  SessionTaskProps,
  SetupMfaTaskProps,
} from './tasks/tasks.props.ts'
export { type UsernameAvailability, useUsernameAvailability } from './username/use-username-availability.ts'
export { useWaitlistFlow } from './waitlist/waitlist.controller.ts'
export type { WaitlistField, WaitlistFlowOptions, WaitlistFlowProps } from './waitlist/waitlist.props.ts'
