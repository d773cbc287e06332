'use client'
import type { ReactNode } from 'react'
import { type ErrorText, FlowBox, serverText } from '../action/flow-form.tsx'
import { useSignUpFlow } from './sign-up.controller.ts'
import type { SignUpFlowOptions, SignUpFlowProps } from './sign-up.props.ts'
import { SignUpContext } from './sign-up-context.ts'

export type SignUpRootProps = SignUpFlowOptions & {
  /** Chooses the words for an error by its code; the server's English sentence unless told. */
  errorText?: ErrorText
  /** The steps, or a function that draws them from the flow. */
  children: ReactNode | ((flow: SignUpFlowProps) => ReactNode)
}

/** Runs a sign-up for the parts inside, and keeps the focus on the step that is shown. */
export function SignUpRoot({ errorText = serverText, children, ...options }: SignUpRootProps) {
  const flow = useSignUpFlow(options)
  if (!flow.isLoaded) return null
  return (
    <SignUpContext.Provider value={{ flow, errorText }}>
      <FlowBox flow={flow}>{typeof children === 'function' ? children(flow) : children}</FlowBox>
    </SignUpContext.Provider>
  )
}
