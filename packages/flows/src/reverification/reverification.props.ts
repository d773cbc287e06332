import type { CodeProps, FlowProps } from '../action/flow-props.ts'
import type { ReverificationStep } from './reverification-step.ts'

export type ReverificationField = 'password' | 'code'

/** What a screen knows and can do that asks for a new proof of who somebody is. */
export type ReverificationProps = FlowProps<ReverificationField> & {
  step: ReverificationStep
  code: CodeProps
  /** Whose password it is, for password managers. */
  identifier: string
  submitPassword: (values: { password: string }) => Promise<void>
  submitCode: (values: { code: string }) => Promise<void>
  /** Has the device give a passkey. */
  submitPasskey: () => Promise<void>
  resend: () => Promise<void>
  showMethods: () => void
  chooseMethod: (id: string) => void
  back: () => void
  /** Gives up: what waited for the proof is not done. */
  cancel: () => void
}
