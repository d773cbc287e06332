export {
  SignUpAction as Action,
  type SignUpActionProps as ActionProps,
  SignUpError as Error,
  type SignUpErrorProps as ErrorProps,
  SignUpStep as Step,
  type SignUpStepProps as StepProps,
} from './sign-up-parts.tsx'
export { SignUpRoot as Root, type SignUpRootProps as RootProps } from './sign-up-root.tsx'
