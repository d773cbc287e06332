export {
  SignInAction as Action,
  type SignInActionProps as ActionProps,
  SignInError as Error,
  type SignInErrorProps as ErrorProps,
  SignInStep as Step,
  type SignInStepProps as StepProps,
} from './sign-in-parts.tsx'
export { SignInRoot as Root, type SignInRootProps as RootProps } from './sign-in-root.tsx'
