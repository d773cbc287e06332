import type { FlowProps } from '../action/flow-props.ts'
import type { TaskKey } from '../kit/kit.ts'
import type { PasswordRule, PasswordVerdict } from '../password/password-rules.ts'
import type { SecondFactorsProps } from '../profile/profile.props.ts'

export type SessionTaskOptions = {
  /** Where to go when nothing is left to do. */
  redirectUrl: string
  /** Only this one is done here: whoever has another one to do, or none, is led on. */
  only?: TaskKey | undefined
  /** Nothing is left to do here. */
  onDone?: (() => void) | undefined
}

/** What a person has to do before the session counts. */
export type SessionTaskProps = {
  /** What is done now, until it is done to its end; null before it is known, and when nothing is left. */
  task: TaskKey | null
  /** The address, number or name that the person is known by. */
  identifier: string
  /** Goes on to the next one, or to where the person was heading. */
  finish: () => Promise<void>
  /** Leaves it all: ends this session. */
  signOut: () => Promise<void>
}

/** The choice of a password in the place of one that others may know. */
export type ResetPasswordTaskProps = FlowProps<'newPassword'> & {
  /** For the hidden `username` field that password managers read. */
  identifier: string
  passwordRules: PasswordRule[]
  passwordVerdict: PasswordVerdict | null
  submit: (values: { newPassword: string; signOutOfOtherSessions?: boolean | undefined }) => Promise<void>
}

/** The set-up of a second factor: a panel at a time, the first of which offers what there is. */
export type SetupMfaTaskProps = Omit<
  SecondFactorsProps,
  'isVisible' | 'rows' | 'openAdd' | 'openRenew' | 'openRemove' | 'setDefault' | 'renew' | 'confirmRemove'
>
