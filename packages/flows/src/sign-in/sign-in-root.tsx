'use client'
import type { ReactNode } from 'react'
import { type ErrorText, FlowBox, serverText } from '../action/flow-form.tsx'
import { useSignInFlow } from './sign-in.controller.ts'
import type { SignInFlowOptions, SignInFlowProps } from './sign-in.props.ts'
import { SignInContext } from './sign-in-context.ts'

export type SignInRootProps = SignInFlowOptions & {
  /** Chooses the words for an error by its code; the server's English sentence unless told. */
  errorText?: ErrorText
  /** The steps, or a function that draws them from the flow. */
  children: ReactNode | ((flow: SignInFlowProps) => ReactNode)
}

/** Runs a sign-in for the parts inside, and keeps the focus on the step that is shown. */
export function SignInRoot({ errorText = serverText, children, ...options }: SignInRootProps) {
  const flow = useSignInFlow(options)
  if (!flow.isLoaded) return null
  return (
    <SignInContext.Provider value={{ flow, errorText }}>
      <FlowBox flow={flow}>{typeof children === 'function' ? children(flow) : children}</FlowBox>
    </SignInContext.Provider>
  )
}
