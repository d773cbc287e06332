import type { CodeProps, FlowProps } from '../action/flow-props.ts'
import type { PasswordRule, PasswordVerdict } from '../password/password-rules.ts'
import type { BrowserAccount } from '../sessions/sessions.props.ts'
import type { SignInStep } from './sign-in.machine.ts'

export type SignInField = 'identifier' | 'password' | 'code'

export type SignInFlowOptions = {
  /** Where to go after signing in, whatever the address bar says. */
  forceRedirectUrl?: string | null | undefined
  /** Where to go when the address bar names no `redirect_url`. */
  fallbackRedirectUrl?: string | null | undefined
  /** Fills the identifier, for example with an address that sign-up found taken. */
  initialValues?:
    | {
        emailAddress?: string | undefined
        phoneNumber?: string | undefined
        username?: string | undefined
      }
    | undefined
  /** Somebody who has no account makes one here: the step `sign-up` draws a sign-up for `step.newcomer`. */
  withSignUp?: boolean | undefined
  /** Where to go after signing up here, as the two above say it for signing in. */
  signUpForceRedirectUrl?: string | null | undefined
  signUpFallbackRedirectUrl?: string | null | undefined
  /** How providers are gone to: in this window, or in one of its own. `auto` is in this window. */
  oauthFlow?: 'auto' | 'redirect' | 'popup' | undefined
  /** Handed to the provider as `prompt`, such as `select_account`. */
  oidcPrompt?: string | undefined
  /** Kept with the user who signs up here. */
  unsafeMetadata?: Record<string, unknown> | undefined
}

/** Everything a sign-in screen needs, whatever it looks like. */
export type SignInFlowProps = FlowProps<SignInField> & {
  step: SignInStep
  /** The accounts of this browser, for the step `choose`. */
  accounts: BrowserAccount[]
  /** Goes on with one of `accounts`. */
  chooseAccount: (sessionId: string) => Promise<void>
  /** Leads from the choice of an account to the sign-in with another one. */
  addAccount: () => void
  /** Signs all accounts of this browser out. */
  signOutAll: () => Promise<void>
  /** The instance allows passwords: draw the password field with the identifier from the start. */
  hasPasswordField: boolean
  /** The instance has people sign in with a passkey, and this browser can: draw a button for it on the first step. */
  hasPasskeyButton: boolean
  /** What the identifier may be: `email_address`, `username` …; for label, `inputmode` and `autocomplete`. */
  identifierKinds: string[]
  /** What the identifier field begins with. */
  defaultIdentifier: string
  /** The last way of signing in on this browser. */
  lastUsed: string | null
  code: CodeProps
  passwordRules: PasswordRule[]
  passwordVerdict: PasswordVerdict | null
  /** Signs in at once when a password is given (a password manager filled both). */
  submitIdentifier: (values: { identifier: string; password?: string | undefined }) => Promise<void>
  submitPassword: (values: { password: string }) => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Asks the device for a passkey: on the first step whichever the person chooses, later one of the account. */
  submitPasskey: () => Promise<void>
  /** Waits for the link of this step and goes on; ends with `signal`. Give it to `useLinkWait`. */
  awaitLink: (signal: AbortSignal) => Promise<void>
  /** Asks for another code or link; ignored until `code.resendAt`. */
  resend: () => Promise<void>
  /** Goes on with one of `step.methods`, by its `id`. */
  chooseMethod: (id: string) => void
  showMethods: () => void
  /** Opens the reset of the password; on the first step it needs the identifier that was typed. */
  forgotPassword: (values?: { identifier?: string | undefined }) => Promise<void>
  /** Sends the code that resets the password; for the step `forgot`. */
  sendResetCode: () => void
  submitNewPassword: (values: {
    password: string
    signOutOfOtherSessions?: boolean | undefined
  }) => Promise<void>
  /** Follows `step.back`. */
  back: () => void
  /** Returns to the first step with the identifier kept, from any step. */
  changeIdentity: () => void
}
