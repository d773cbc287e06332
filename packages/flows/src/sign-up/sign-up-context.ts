'use client'
import { createContext, useContext } from 'react'
import type { ErrorText } from '../action/flow-form.tsx'
import type { SignUpFlowProps } from './sign-up.props.ts'

type SignUpContextValue = { flow: SignUpFlowProps; errorText: ErrorText }

export const SignUpContext = createContext<SignUpContextValue | null>(null)

/** The flow of the surrounding `SignUpFlow.Root`; throws outside of one. */
export function useSignUpContext(): SignUpContextValue {
  const value = useContext(SignUpContext)
  if (!value) throw new Error('This part needs a <SignUpFlow.Root> around it, which runs the sign-up.')
  return value
}
