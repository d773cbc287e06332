export type { Failure, FieldErrors, FlowError, GlobalError } from './action/failure.ts'
export type { CodeProps, FlowProps, FocusTarget } from './action/flow-props.ts'
export type { PasswordRule, PasswordRuleId, PasswordVerdict } from './password/password-rules.ts'
export type { EmailAddressesPanel, EmailAddressRow } from './profile/email-addresses.machine.ts'
export type {
  DangerZoneProps,
  EmailAddressesProps,
  PasswordSectionProps,
  ProfileNameField,
  ProfileNamesProps,
} from './profile/profile.props.ts'
export type {
  ActiveSession,
  ActiveSessionsProps,
  BrowserAccount,
  UserButtonOptions,
  UserButtonProps,
} from './sessions/sessions.props.ts'
export type {
  SignInFactor,
  SignInIdentity,
  SignInMethod,
  SignInStep,
  SignInStepName,
} from './sign-in/sign-in.machine.ts'
export type { SignInField, SignInFlowOptions, SignInFlowProps } from './sign-in/sign-in.props.ts'
export type { SignUpField, SignUpFieldName, SignUpStep, SignUpStepName } from './sign-up/sign-up.machine.ts'
export type { SignUpFlowOptions, SignUpFlowProps, SignUpValues } from './sign-up/sign-up.props.ts'
