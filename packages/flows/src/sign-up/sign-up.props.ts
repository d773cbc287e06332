import type { CodeProps, FlowProps } from '../action/flow-props.ts'
import type { PasswordRule, PasswordVerdict } from '../password/password-rules.ts'
import type { UsernameAvailability } from '../username/use-username-availability.ts'
import type { SignUpField, SignUpFieldName, SignUpStep } from './sign-up.machine.ts'

export type SignUpValues = Partial<Record<Exclude<SignUpFieldName, 'legalAccepted'>, string>> & {
  /** Whether the person agrees to the terms. */
  legalAccepted?: boolean
}

export type SignUpFlowOptions = {
  /** Where to go after signing up, whatever the address bar says. */
  forceRedirectUrl?: string | null | undefined
  /** Where to go when the address bar names no `redirect_url`. */
  fallbackRedirectUrl?: string | null | undefined
  initialValues?: SignUpValues | undefined
  /** Sent with the sign-up and kept with the user. */
  unsafeMetadata?: Record<string, unknown> | undefined
  /** How providers are gone to: in this window, or in one of its own. `auto` is in this window. */
  oauthFlow?: 'auto' | 'redirect' | 'popup' | undefined
  /** Handed to the provider as `prompt`, such as `select_account`. */
  oidcPrompt?: string | undefined
  /** Ask for the optional fields too. */
  showOptionalFields?: boolean | undefined
  /** Begins another sign-up, whichever is open. */
  startsOver?: boolean | undefined
}

/** Everything a sign-up screen needs, whatever it looks like. */
export type SignUpFlowProps = FlowProps<SignUpFieldName | 'code'> & {
  step: SignUpStep
  /** The fields of this step, in the order in which they are shown. */
  fields: SignUpField[]
  /** What the fields begin with: what was typed before, also after the address was changed. */
  defaultValues: SignUpValues
  code: CodeProps
  passwordRules: PasswordRule[]
  passwordVerdict: PasswordVerdict | null
  /** Where the texts are that `legalAccepted` agrees to; null where there is none. */
  legal: { termsUrl: string | null; privacyPolicyUrl: string | null }
  /** The address that belongs to somebody already; offer to sign in with it. Null while there is none. */
  takenEmailAddress: string | null
  /** Whether the username that is typed is free; null while nothing is known about it. */
  usernameAvailability: UsernameAvailability | null
  /** Takes every change of the username field; asks the server once somebody pauses. */
  typeUsername: (typed: string) => void
  /** Submits `start` and `continue`. */
  submit: (values: SignUpValues) => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Waits for the link of this step and goes on; ends with `signal`. Give it to `useLinkWait`. */
  awaitLink: (signal: AbortSignal) => Promise<void>
  /** Verifies the address by `step.otherStrategy`. */
  useOtherMethod: () => void
  /** Sends another code or link; ignored until `code.resendAt`. */
  resend: () => Promise<void>
  /** Back to the first step with all values kept. */
  changeEmailAddress: () => void
  /** Goes to the sign-in page and carries the taken address over. */
  signInInstead: () => void
}
