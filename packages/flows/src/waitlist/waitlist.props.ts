import type { FlowProps } from '../action/flow-props.ts'

export type WaitlistFlowOptions = {
  /** Where to go once somebody has joined; a card says so without it. */
  afterJoinWaitlistUrl?: string | null | undefined
}

export type WaitlistField = 'emailAddress'

export type WaitlistFlowProps = FlowProps<WaitlistField> & {
  /** The address is asked for, or it is on the list. */
  step: 'start' | 'joined'
  submit: (values: { emailAddress: string }) => Promise<void>
}
