'use client'
import { Form, type FormValues } from '@usher/primitives'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { FlowForm } from '../action/flow-form.tsx'
import type { SignUpStepName } from './sign-up.machine.ts'
import type { SignUpValues } from './sign-up.props.ts'
import { useSignUpContext } from './sign-up-context.ts'

export type SignUpStepProps = { name: SignUpStepName; children: ReactNode }

/** Draws its children while the sign-up is at this step, inside the form that the step submits. */
export function SignUpStep({ name, children }: SignUpStepProps) {
  const { flow, errorText } = useSignUpContext()
  if (flow.step.name !== name) return null
  const isCode = name === 'verify-email' || name === 'verify-phone'
  if (!isCode && name !== 'start' && name !== 'continue') return children
  return (
    <FlowForm<FormValues>
      key={name}
      flow={flow}
      errorText={errorText}
      defaultValues={isCode ? undefined : flow.defaultValues}
      onSubmit={(values) =>
        isCode ? flow.submitCode({ code: String(values.code ?? '') }) : flow.submit(values as SignUpValues)
      }
    >
      {children}
    </FlowForm>
  )
}

export type SignUpErrorProps = ComponentProps<typeof Form.Error>

/** The slot for what keeps the whole step from going on. */
export function SignUpError(props: SignUpErrorProps) {
  const { flow, errorText } = useSignUpContext()
  return <Form.Error {...props} message={flow.globalError && errorText(flow.globalError)} />
}

export type SignUpActionProps = ComponentProps<'button'> & {
  action: 'changeEmailAddress' | 'resend' | 'retry' | 'signInInstead' | 'useOtherMethod'
}

/** A button beside the form: another address, another code … */
export function SignUpAction({ action, onClick, ...props }: SignUpActionProps) {
  const { flow } = useSignUpContext()
  const run = (event: MouseEvent<HTMLButtonElement>) => {
    onClick?.(event)
    if (!event.defaultPrevented) void flow[action]()
  }
  return <button type="button" {...props} onClick={run} />
}
