'use client'
import { Form, type FormValues } from '@usher/primitives'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { FlowForm } from '../action/flow-form.tsx'
import type { SignInStepName } from './sign-in.machine.ts'
import type { SignInFlowProps } from './sign-in.props.ts'
import { useSignInContext } from './sign-in-context.ts'

export type SignInStepProps = { name: SignInStepName; children: ReactNode }

/** Draws its children while the sign-in is at this step, inside the form that the step submits. */
export function SignInStep({ name, children }: SignInStepProps) {
  const { flow, errorText } = useSignInContext()
  if (flow.step.name !== name) return null
  const submit = submits[name]
  if (!submit) return children
  return (
    <FlowForm<FormValues>
      key={name}
      flow={flow}
      errorText={errorText}
      defaultValues={name === 'start' ? { identifier: flow.defaultIdentifier } : undefined}
      onSubmit={(values) => submit(flow, values)}
    >
      {children}
    </FlowForm>
  )
}

export type SignInErrorProps = ComponentProps<typeof Form.Error>

/** The slot for what keeps the whole step from going on. */
export function SignInError(props: SignInErrorProps) {
  const { flow, errorText } = useSignInContext()
  return <Form.Error {...props} message={flow.globalError && errorText(flow.globalError)} />
}

export type SignInActionProps = ComponentProps<'button'> & {
  /** What the button does; `forgotPassword` reads the identifier of the form around it. */
  action:
    | 'addAccount'
    | 'back'
    | 'changeIdentity'
    | 'forgotPassword'
    | 'resend'
    | 'retry'
    | 'sendResetCode'
    | 'showMethods'
    | 'signOutAll'
    | 'submitPasskey'
}

/** A button beside the form: back, another method, another code … */
export function SignInAction({ action, onClick, ...props }: SignInActionProps) {
  const { flow } = useSignInContext()
  const run = (event: MouseEvent<HTMLButtonElement>) => {
    onClick?.(event)
    if (event.defaultPrevented) return
    if (action === 'forgotPassword') void flow.forgotPassword({ identifier: typedIdentifier(event) })
    else void flow[action]()
  }
  return <button type="button" {...props} onClick={run} />
}

/** Text of a form's value, however the form holds it. */
const text = (value: unknown) => (typeof value === 'string' ? value : '')

const submits: Partial<Record<SignInStepName, (flow: SignInFlowProps, values: FormValues) => Promise<void>>> =
  {
    start: (flow, { identifier, password }) =>
      flow.submitIdentifier({ identifier: text(identifier), password: text(password) }),
    password: (flow, { password }) => flow.submitPassword({ password: text(password) }),
    code: (flow, { code }) => flow.submitCode({ code: text(code) }),
    totp: (flow, { code }) => flow.submitCode({ code: text(code) }),
    'backup-code': (flow, { code }) => flow.submitCode({ code: text(code) }),
    'reset-code': (flow, { code }) => flow.submitCode({ code: text(code) }),
    'new-password': (flow, { password, signOutOfOtherSessions }) =>
      flow.submitNewPassword({
        password: text(password),
        signOutOfOtherSessions: signOutOfOtherSessions !== false,
      }),
  }

function typedIdentifier({ currentTarget }: MouseEvent<HTMLButtonElement>) {
  const field = currentTarget.form?.elements.namedItem('identifier')
  return field instanceof HTMLInputElement ? field.value : undefined
}
