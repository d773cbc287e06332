'use client'
import { createContext, useContext } from 'react'
import type { ErrorText } from '../action/flow-form.tsx'
import type { SignInFlowProps } from './sign-in.props.ts'

type SignInContextValue = { flow: SignInFlowProps; errorText: ErrorText }

export const SignInContext = createContext<SignInContextValue | null>(null)

/** The flow of the surrounding `SignInFlow.Root`; throws outside of one. */
export function useSignInContext(): SignInContextValue {
  const value = useContext(SignInContext)
  if (!value) throw new Error('This part needs a <SignInFlow.Root> around it, which runs the sign-in.')
  return value
}
