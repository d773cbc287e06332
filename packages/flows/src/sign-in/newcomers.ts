import type { EnvironmentJSON } from '@usher/protocol'
import { hasErrorCode } from '../action/failure.ts'
import type { FlowTask } from '../action/use-flow-action.ts'
import type { useCompletion } from '../completion/use-completion.ts'
import { type ClerkLike, loaded } from '../kit/kit.ts'
import type { Newcomer, SignInChoice } from './sign-in.machine.ts'
import type { SignInFlowOptions } from './sign-in.props.ts'

export type NewcomerContext = Pick<ReturnType<typeof useCompletion>, 'finish'> & {
  clerk: ClerkLike
  environment: EnvironmentJSON | undefined
  options: SignInFlowOptions
  setChoice: (choice: SignInChoice) => void
}

/**
 * Goes on as a sign-up when an answer says that nobody has what was typed in: straight to the code where nothing else
 * is asked for, else to the fields. Throws an error that says anything else. `POST /v1/client/sign_ups`
 */
export async function welcome(
  error: unknown,
  { typed, resume }: { typed: string; resume: (task: FlowTask) => void },
  { clerk, environment, options, setChoice, finish }: NewcomerContext,
): ReturnType<FlowTask> {
  const isProved = hasErrorCode(error, 'sign_up_if_missing_transfer')
  if (!isProved && !hasErrorCode(error, 'form_identifier_not_found')) throw error
  const attributes: Attributes = environment?.user_settings.attributes ?? {}
  const newcomer = newcomerOf(typed, attributes)
  if (!isProved && needsForm(newcomer, attributes)) return () => setChoice({ screen: 'sign-up', newcomer })
  const params = isProved ? { transfer: true } : newcomer
  const { unsafeMetadata } = options
  const next = await loaded(clerk).signUp.create({ ...params, unsafeMetadata })
  if (!next.createdSessionId) return () => setChoice({ screen: 'sign-up', newcomer: null })
  const url = clerk.buildAfterSignUpUrl({
    forceRedirectUrl: options.signUpForceRedirectUrl,
    fallbackRedirectUrl: options.signUpFallbackRedirectUrl,
  })
  return finish(next.createdSessionId, resume, url)
}

type Attributes = {
  [name: string]: { enabled: boolean; required: boolean; verify_at_sign_up: boolean } | undefined
}

/** Which field of a sign-up takes what was typed in. */
export function newcomerOf(typed: string, attributes: Attributes): Newcomer {
  const value = typed.trim()
  const isOn = (name: string) => attributes[name]?.enabled ?? false
  if (/^\+?[\d\s().-]+$/.test(value) && isOn('phone_number')) return { phoneNumber: value }
  return value.includes('@') || !isOn('username') ? { emailAddress: value } : { username: value }
}

// What no code follows may be a slip of the pen: it is shown before there is an account.
function needsForm({ emailAddress, phoneNumber }: Newcomer, attributes: Attributes): boolean {
  const own = emailAddress ? 'email_address' : phoneNumber ? 'phone_number' : ''
  const isAsked = ([name, use]: [string, Attributes[string]]) => use?.enabled && use.required && name !== own
  return !attributes[own]?.verify_at_sign_up || Object.entries(attributes).some(isAsked)
}
