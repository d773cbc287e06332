export { type UseSignInReturn, useSignIn } from './use-sign-in.ts'
export { type UseSignUpReturn, useSignUp } from './use-sign-up.ts'
