'use client'
import { Form, useFocusOnChange } from '@usher/primitives'
import type { ReactNode } from 'react'
import type { FlowError } from './failure.ts'
import type { FlowProps } from './flow-props.ts'

/** Turns what the server said into what a person reads; the server's own sentence unless told. */
export type ErrorText = (error: FlowError) => string

export const serverText: ErrorText = ({ longMessage, message, code }) => longMessage || message || code

type FlowBoxProps = { flow: Pick<FlowProps<string>, 'focusKey' | 'focusTarget'>; children: ReactNode }

/** Holds a flow and moves the focus once at each change of step or panel. */
export function FlowBox({ flow, children }: FlowBoxProps) {
  const box = useFocusOnChange<HTMLDivElement>(flow.focusKey, {
    target: flow.focusTarget?.kind === 'heading' ? 'heading' : 'field',
  })
  return <div ref={box}>{children}</div>
}

type FlowFormProps<Values extends object> = {
  flow: Pick<FlowProps<string>, 'errors' | 'isPending'>
  defaultValues?: Partial<Values> | undefined
  onSubmit: (values: Values) => Promise<void>
  errorText: (error: FlowError) => string
  children: ReactNode
}

/** The form of one step: its fields are the primitives' `Field` by name. */
export function FlowForm<Values extends object>({ flow, errorText, ...props }: FlowFormProps<Values>) {
  const errors = Object.entries(flow.errors).map(([name, error]) => [name, error && errorText(error)])
  return <Form.Root<Values> {...props} pending={flow.isPending} errors={Object.fromEntries(errors)} />
}
