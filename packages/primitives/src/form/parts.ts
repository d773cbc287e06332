export { FormError as Error, type FormErrorProps as ErrorProps } from './form-error.tsx'
export { FormRoot as Root, type FormRootProps as RootProps } from './form-root.tsx'
export { FormSubmit as Submit, type FormSubmitProps as SubmitProps } from './form-submit.tsx'
